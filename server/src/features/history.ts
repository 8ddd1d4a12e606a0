// What the catalogue's steps say about a keyword's past and future, in words.
import type { Catalog } from '../catalog/catalog';
import type { Directive } from '../catalog/directive';
import { TARGETS } from '../catalog/targets';
import { VENDOR_NAMES } from '../catalog/vendors';
import { RELEASES, type Release, shortName } from '../catalog/versions';
import { codes } from './markdown';

/** `OpenSSH 8.2`. */
export function releaseName(release: Release): string {
  return `OpenSSH ${shortName(release)}`;
}

/** How the target is named in a sentence: `Debian 12 (OpenSSH 9.2)`, `OpenSSH 10.5`. */
export function targetName({ target }: Catalog): string {
  return target.vendor === undefined ? releaseName(target.release) : target.label;
}

/** Since and until when the keyword is known; empty where every release knows it. */
export function knownFacts({ status, vendors, build }: Directive): readonly string[] {
  const facts: string[] = [];
  const first = status.find(([, value]) => value !== 'absent')?.[0];
  const gone = status.findLast(([, value]) => value === 'absent')?.[0];
  if (first !== undefined && first !== RELEASES[0]) facts.push(`Known since ${releaseName(first)}`);
  if (gone !== undefined && first !== undefined && comesAfter(gone, first)) {
    const back = status.find(([release, value]) => value !== 'absent' && comesAfter(release, gone))?.[0];
    facts.push(
      `Unknown from ${releaseName(gone)} on${back === undefined ? '' : `, known again from ${releaseName(back)}`}`,
    );
  }
  const outdated = status.findLast(([, value]) => value === 'deprecated' || value === 'ignored');
  if (outdated !== undefined && outdated[0] !== RELEASES[0]) facts.push(`Obsolete since ${releaseName(outdated[0])}`);
  if (vendors !== undefined)
    facts.push(`Known only to builds of ${vendors.map((vendor) => VENDOR_NAMES[vendor]).join(', ')}`);
  if (build !== undefined) facts.push(`Needs an sshd built with ${build}`);
  return facts;
}

const UPSTREAM = new Map(TARGETS.filter(({ vendor }) => vendor === undefined).map((one) => [one.release, one]));

/** The release a fixed word of the argument came with; undefined where it is as old as the keyword, or no fixed word. */
export function wordSince({ argument, status }: Directive, word: string): Release | undefined {
  const knows = (release: Release): boolean => {
    const target = UPSTREAM.get(release);
    return target !== undefined && (argument.choices?.(target) ?? []).some(({ label }) => label === word);
  };
  const first = status.find(([, value]) => value === 'supported')?.[0] ?? RELEASES[0];
  if (!/^[a-z]/i.test(word) || !RELEASES.some(knows) || knows(first)) return undefined;
  return RELEASES.find(knows);
}

/** Where the keyword may stand at the target, and when that changes. */
export function scopeFact({ scope }: Directive, catalog: Catalog): string {
  const allowed = scope.findLast(([release]) => catalog.since(release))?.[1] === 'all';
  if (allowed) {
    const since = scope.find(([release, value], index) => index > 0 && value === 'all' && catalog.since(release))?.[0];
    return `May stand in Match blocks${since === undefined ? '' : ` (since ${releaseName(since)})`}`;
  }
  const later = scope.find(([release, value]) => value === 'all' && !catalog.since(release))?.[0];
  return `Global section only${later === undefined ? '' : `; Match blocks may hold it from ${releaseName(later)} on`}`;
}

/** Why the target's sshd refuses a keyword that others know. */
export function absentNote(entry: Directive, catalog: Catalog): string {
  const who = `sshd of ${targetName(catalog)} does not know this keyword and refuses the file`;
  if (entry.vendors !== undefined && !entry.vendors.some((vendor) => vendor === catalog.target.vendor)) {
    return `${who}: only builds of ${entry.vendors.map((vendor) => VENDOR_NAMES[vendor]).join(', ')} know it.`;
  }
  const later = entry.status.find(([release, value]) => value !== 'absent' && !catalog.since(release))?.[0];
  const before = entry.status.findLast(([release, value]) => value !== 'absent' && catalog.since(release));
  const gone = entry.status.findLast(([release, value]) => value === 'absent' && catalog.since(release))?.[0];
  if (before !== undefined && gone !== undefined) {
    const last = RELEASES[RELEASES.indexOf(gone) - 1];
    return `${who}: ${last === undefined ? 'it is gone' : `${releaseName(last)} was the last to know it`}${later === undefined ? '' : `, and ${releaseName(later)} knows it again`}.`;
  }
  return `${who}${later === undefined ? '' : `: it came with ${releaseName(later)}`}.`;
}

/** The newer name of an alias at the target, as a sentence. */
export function aliasNote(keyword: string, slot: string): string | undefined {
  return keyword === slot ? undefined : `Old name of ${codes([slot])}; write that instead.`;
}

function comesAfter(a: Release, b: Release): boolean {
  return RELEASES.indexOf(a) > RELEASES.indexOf(b);
}
