// Who can log in as a short table: a row for each kind of connection that fares otherwise than the more general rows say. Words are made in access-words.ts.

import { matchesPattern } from '../../base/wildcard';
import type { Configuration } from '../configuration';
import { addressFits } from '../effective/match-evaluation';
import { type Access, access, type LetIn, type ShutOut, type Verdict } from './access';
import type { Trait } from './places';

/** Traits of one kind that a row is about. */
export interface RowTrait {
  readonly kind: Trait['kind'];
  readonly names: readonly string[];
}

/** One row. */
export interface AccessRow {
  /** Users and groups: all must fit. Empty: everybody else. */
  readonly who: readonly RowTrait[];
  /** Places: all must fit. Empty: any that no other row names. */
  readonly from: readonly RowTrait[];
  readonly root: boolean;
  readonly outcome: LetIn | ShutOut;
  /** An example. */
  readonly verdict: Verdict;
}

export interface AccessTable {
  /** Special kinds first, everybody else last. */
  readonly rows: readonly AccessRow[];
  readonly cut: boolean;
}

/** The table of a configuration. */
export function accessTable(configuration: Configuration): AccessTable {
  const found: Access = access(configuration);
  const rows = shownVerdicts(found).map(rowOf);
  const merged = KINDS.reduce<readonly AccessRow[]>(mergedBy, rows);
  return { rows: arranged(merged), cut: found.cut };
}

// Rows about the same people stand together, special places first.
function arranged(rows: readonly AccessRow[]): readonly AccessRow[] {
  const byWho = new Map<string, AccessRow[]>();
  for (const row of rows.toSorted(
    (a, b) => rank(a) - rank(b) || b.from.length - a.from.length || a.who.length - b.who.length,
  )) {
    const key = JSON.stringify(row.who);
    byWho.set(key, [...(byWho.get(key) ?? []), row]);
  }
  return [...byWho.values()].flat();
}

const KINDS: readonly Trait['kind'][] = ['user', 'group', 'address', 'host', 'local-address', 'local-port', 'rdomain'];

/** Those that the rows shown before do not foretell. The most general of root is always shown. */
function shownVerdicts({ verdicts }: Access): readonly Verdict[] {
  const shown: Candidate[] = [];
  for (const verdict of generalFirst(verdicts)) {
    const one = candidate(verdict);
    const told = foretelling(one, shown);
    const foretold = told.length > 0 && told.every(({ key }) => key === one.key);
    if (!foretold || (verdict.root && !shown.some((other) => other.verdict.root))) shown.push(one);
  }
  return shown.map(({ verdict }) => verdict);
}

interface Candidate {
  readonly verdict: Verdict;
  readonly who: readonly Trait[];
  readonly from: readonly Trait[];
  readonly key: string;
}

function candidate(verdict: Verdict): Candidate {
  const { traits } = verdict.population;
  return {
    verdict,
    who: traits.filter(isWho),
    from: traits.filter((trait) => !isWho(trait)),
    key: outcomeKey(verdict.outcome),
  };
}

// One looks for the people first, then for the place.
function foretelling(one: Candidate, shown: readonly Candidate[]): readonly Candidate[] {
  const fitting = shown.filter(({ who, from }) => includes(who, one.who) && includes(from, one.from));
  const byWho = nearest(fitting, ({ who }) => who);
  return nearest(byWho, ({ from }) => from);
}

function nearest(all: readonly Candidate[], part: (one: Candidate) => readonly Trait[]): readonly Candidate[] {
  const isNearer = (one: Candidate, than: Candidate) =>
    includes(part(than), part(one)) && !includes(part(one), part(than));
  return all.filter((one) => !all.some((other) => isNearer(other, one)));
}

const isWho = ({ kind }: Trait) => kind === 'user' || kind === 'group';

function generalFirst(verdicts: readonly Verdict[]): readonly Verdict[] {
  const all = [...new Set(verdicts.flatMap(({ population }) => population.traits))];
  // A plain name covers itself alone.
  const wide = all.filter(({ names }) => names.some((name) => /[*?!/]/.test(name)));
  const width = new Map(wide.map((one) => [one, all.filter((other) => covers(one, other)).length]));
  const widthOf = ({ population }: Verdict) => population.traits.reduce((sum, one) => sum + (width.get(one) ?? 0), 0);
  return verdicts.toSorted(
    (a, b) => a.population.traits.length - b.population.traits.length || widthOf(b) - widthOf(a),
  );
}

// Whoever has all the traits of `special` has those of `general`.
function includes(general: readonly Trait[], special: readonly Trait[]): boolean {
  return general.every((trait) => special.some((other) => other === trait || covers(trait, other)));
}

const COVERED = new WeakMap<Trait, WeakMap<Trait, boolean>>();

/** Whether whoever has the other trait seems to have this one too: by pattern or network. */
function covers(wide: Trait, narrow: Trait): boolean {
  if (wide === narrow || wide.kind !== narrow.kind) return false;
  const known = COVERED.get(wide) ?? new WeakMap<Trait, boolean>();
  COVERED.set(wide, known);
  const answer = known.get(narrow) ?? isCovered(wide, narrow);
  known.set(narrow, answer);
  return answer;
}

function isCovered({ kind, names }: Trait, narrow: Trait): boolean {
  const { user = '', groups = [], host = '', address = '', localAddress = '' } = narrow.sets;
  switch (kind) {
    case 'user':
      return names.some((name) => matchesPattern(user, name));
    case 'group':
      return names.some((name) => groups.some((group) => matchesPattern(group, name)));
    case 'host':
      return names.some((name) => matchesPattern(host, name));
    case 'address':
      return names.some((name) => addressFits(address, name) === 'yes');
    case 'local-address':
      return names.some((name) => addressFits(localAddress, name) === 'yes');
    default:
      return false;
  }
}

/** Equal for outcomes that read the same. */
function outcomeKey(outcome: LetIn | ShutOut): string {
  if (outcome.kind === 'shut-out') return `shut-out ${outcome.because}`;
  const { ways, keys, command, folder } = outcome;
  return JSON.stringify([ways.ways, ways.forcedCommandOnly, keys, command, folder]);
}

function rowOf(verdict: Verdict): AccessRow {
  const { traits } = verdict.population;
  const plain = ({ kind, names }: Trait) => ({ kind, names });
  return {
    who: traits.filter(isWho).map(plain),
    from: traits.filter((trait) => !isWho(trait)).map(plain),
    root: verdict.root,
    outcome: verdict.outcome,
    verdict,
  };
}

// Rows that differ in the names of one trait only become one.
function mergedBy(rows: readonly AccessRow[], kind: Trait['kind']): readonly AccessRow[] {
  const merged = new Map<string, AccessRow>();
  for (const [index, row] of rows.entries()) {
    const all = [...row.who, ...row.from];
    const ofKind = all.filter((trait) => trait.kind === kind);
    const rest = all.filter((trait) => trait.kind !== kind);
    const key = ofKind.length === 1 && !row.root ? JSON.stringify([rest, outcomeKey(row.outcome)]) : `row ${index}`;
    const known = merged.get(key);
    merged.set(key, known === undefined ? row : withNames(known, kind, ofKind[0]?.names ?? []));
  }
  return [...merged.values()];
}

function withNames(row: AccessRow, kind: Trait['kind'], names: readonly string[]): AccessRow {
  const widened = (traits: readonly RowTrait[]) =>
    traits.map((trait) => (trait.kind === kind ? { ...trait, names: [...trait.names, ...names] } : trait));
  return { ...row, who: widened(row.who), from: widened(row.from) };
}

function rank({ root, who }: AccessRow): number {
  if (root) return who.length > 1 ? 0.5 : 0;
  if (who.some(({ kind }) => kind === 'user')) return 1;
  return who.length > 0 ? 2 : 3;
}
