// The releases of portable OpenSSH the catalogue knows, and values that changed over them. No facts about directives.

/** Every release from 6.6p1 on, oldest first. */
export const RELEASES = [
  '6.6p1',
  '6.7p1',
  '6.8p1',
  '6.9p1',
  '7.0p1',
  '7.1p1',
  '7.1p2',
  '7.2p1',
  '7.2p2',
  '7.3p1',
  '7.4p1',
  '7.5p1',
  '7.6p1',
  '7.7p1',
  '7.8p1',
  '7.9p1',
  '8.0p1',
  '8.1p1',
  '8.2p1',
  '8.3p1',
  '8.4p1',
  '8.5p1',
  '8.6p1',
  '8.7p1',
  '8.8p1',
  '8.9p1',
  '9.0p1',
  '9.1p1',
  '9.2p1',
  '9.3p1',
  '9.3p2',
  '9.4p1',
  '9.5p1',
  '9.6p1',
  '9.7p1',
  '9.8p1',
  '9.9p1',
  '9.9p2',
  '10.0p1',
  '10.0p2',
  '10.1p1',
  '10.2p1',
  '10.3p1',
  '10.4p1',
  '10.5p1',
  '10.6p1',
] as const;

/** A release by its full name, e.g. `9.9p2`. */
export type Release = (typeof RELEASES)[number];

/** The release a new server runs. */
export const NEWEST: Release = '10.6p1';

const ORDER: ReadonlyMap<string, number> = new Map(RELEASES.map((release, index) => [release, index]));

/** Whether `release` is `since` or newer. */
export function isSince(release: Release, since: Release): boolean {
  return (ORDER.get(release) ?? 0) >= (ORDER.get(since) ?? 0);
}

/** The release a text names: `9.9p1` itself, `9.9` the last patch of it; absent when there is none. */
export function releaseNamed(text: string): Release | undefined {
  if (ORDER.has(text)) return text as Release;
  return RELEASES.findLast((release) => release.startsWith(`${text}p`));
}

/** `9.9` for `9.9p2`: how people name a release. */
export function shortName(release: Release): string {
  return release.replace(/p\d+$/, '');
}

/** A value by release: each step holds from its release until the next step. Nothing holds before the first. */
export type Steps<T> = readonly (readonly [since: Release, value: T])[];

/** The value that holds in `release`, or undefined before the first step. */
export function valueAt<T>(steps: Steps<T>, release: Release): T | undefined {
  let found: T | undefined;
  for (const [since, value] of steps) {
    if (!isSince(release, since)) break;
    found = value;
  }
  return found;
}
