// What releases changed about a directive, between two of them. The texts stand in the entries.
import type { Directive } from './directive';
import { isSince, type Release, releaseNamed } from './versions';

/** The changes of the releases behind `from` up to `to`, oldest first; none when `to` is the older one. */
export function changesBetween(
  { changes = [] }: Directive,
  from: Release,
  to: Release,
): NonNullable<Directive['changes']> {
  return changes.filter(([name]) => {
    const release = releaseNamed(name);
    return release !== undefined && isSince(to, release) && !isSince(from, release);
  });
}
