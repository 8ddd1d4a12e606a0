// The catalogue resolved at one target: features and rules ask it and never compare versions themselves.
import { nearest } from '../base/edit-distance';
import type { ArgumentKind } from './arguments/argument-kind';
import type { Directive, Dumped, Repeats, Scope, Status } from './directive';
import { DIRECTIVES, type Keyword } from './directives';
import type { Target } from './targets';
import { isSince, type Release, type Steps, valueAt } from './versions';

/** A directive as one target's sshd knows it. */
export interface KnownDirective {
  /** With the vendor's own steps where it has some. */
  readonly entry: Directive<Keyword>;
  readonly keyword: Keyword;
  readonly status: Exclude<Status, 'absent'>;
  readonly scope: Scope;
  readonly argument: ArgumentKind;
  readonly repeats: Repeats;
  /** As `sshd -T` prints it. */
  readonly default?: string;
  readonly dumped: Dumped;
  /** The default as `sshd -T` prints it. */
  readonly dumpedDefault?: string;
  /** What a Match block sets is not taken over. */
  readonly lostInMatch: boolean;
  /** A keyword whose `yes`, as it stands when the files are read, switches this one on. */
  readonly switchedOnBy?: Keyword;
  /** A line behind an active one that sets it is not looked at. */
  readonly unreadOnceSet: boolean;
  /** The keyword behind whose first acting line its values are dropped. */
  readonly droppedBehind?: Keyword;
  /** The keyword whose value it sets: itself, unless it is an alias. */
  readonly slot: Keyword;
}

/** What one target's sshd knows. */
export interface Catalog {
  readonly target: Target;
  /** Everything the target does not refuse as unknown, in alphabetical order. */
  readonly directives: readonly KnownDirective[];
  /** Looks a keyword up, in any case; undefined: this sshd refuses it as unknown. */
  readonly directive: (keyword: string) => KnownDirective | undefined;
  /** Whether the target is this release or a newer one. */
  readonly since: (release: Release) => boolean;
  /** Known, supported keywords that look like `word`, nearest first. */
  readonly nearestKeywords: (word: string) => readonly Keyword[];
}

const CACHE = new Map<Target, Catalog>();

/** The catalogue at a target; made once for each. */
export function catalogAt(target: Target): Catalog {
  let catalog = CACHE.get(target);
  if (catalog === undefined) {
    catalog = makeCatalog(target);
    CACHE.set(target, catalog);
  }
  return catalog;
}

/** The entry of a keyword in any release or vendor's build, in any case. */
export function entryOf(keyword: string): Directive<Keyword> | undefined {
  return ENTRIES.get(keyword.toLowerCase());
}

const ENTRIES: ReadonlyMap<string, Directive<Keyword>> = new Map(
  DIRECTIVES.map((entry) => [entry.keyword.toLowerCase(), entry]),
);

function makeCatalog(target: Target): Catalog {
  const directives = DIRECTIVES.flatMap((entry) => known(entry, target) ?? []);
  // As the manual spells it, and in small letters for all other spellings.
  const byName = new Map(
    directives.flatMap((directive) => [
      [directive.keyword, directive],
      [directive.keyword.toLowerCase(), directive],
    ]),
  );
  const supported = directives
    .filter((directive) => directive.status === 'supported')
    .map((directive) => directive.keyword);
  return {
    target,
    directives,
    directive: (keyword) => byName.get(keyword) ?? byName.get(keyword.toLowerCase()),
    since: (release) => isSince(target.release, release),
    nearestKeywords: (word) => nearest(word, supported) as readonly Keyword[],
  };
}

function known(released: Directive<Keyword>, target: Target): KnownDirective | undefined {
  const entry = asShipped(released, target);
  const at = <T>(steps: Steps<T> | undefined) => (steps === undefined ? undefined : valueAt(steps, target.release));
  const droppedBehind = at(entry.droppedBehind);
  const status = at(entry.status) ?? 'absent';
  if (status === 'absent' || !isShippedWith(entry, target)) return undefined;
  const preset = at(entry.default);
  const dumpedDefault = at(entry.dumpedDefault) ?? preset;
  const switchedOnBy = at(entry.switchedOnBy) as Keyword | null | undefined;
  return {
    entry,
    keyword: entry.keyword,
    status,
    scope: at(entry.scope) ?? 'global',
    argument: entry.argument,
    repeats: at(entry.repeats) ?? 'first',
    ...(preset === undefined ? {} : { default: preset }),
    dumped: at(entry.dumped) ?? 'always',
    ...(dumpedDefault === undefined ? {} : { dumpedDefault }),
    lostInMatch: at(entry.lostInMatch) ?? false,
    ...(switchedOnBy ? { switchedOnBy } : {}),
    unreadOnceSet: at(entry.unreadOnceSet) ?? false,
    ...(droppedBehind ? { droppedBehind: droppedBehind as Keyword } : {}),
    slot: (at(entry.aliasOf) ?? entry.keyword) as Keyword,
  };
}

function asShipped(entry: Directive<Keyword>, { id, vendor }: Target): Directive<Keyword> {
  if (entry.shipped === undefined || vendor === undefined) return entry;
  return { ...entry, ...entry.shipped[vendor], ...entry.shipped[id] };
}

function isShippedWith(entry: Directive, target: Target): boolean {
  return entry.vendors === undefined || (target.vendor !== undefined && entry.vendors.includes(target.vendor));
}
