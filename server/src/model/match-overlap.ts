// Which settings of a Match block an earlier block decides for every connection that fits, over all files: told from the text of the criteria alone, so never wrong and often silent.
import type { Keyword } from '../catalog/directives';
import type { MatchCriteria } from '../catalog/match-criteria';
import type { Configuration, DirectiveInFile } from './configuration';
import type { MatchBlock, PlacedDirective } from './file-model';
import { isPlain, type MatchList, matchList } from './match-lists';
import { isTaken } from './repeats';

/** A setting that never holds, and the line of an earlier block that decides. */
export interface Shadowed {
  readonly line: DirectiveInFile;
  readonly by: DirectiveInFile;
}

/** The settings of one keyword in one file that earlier blocks shadow, in it or in another file. Of a file that is read more than once, none: they may hold elsewhere. */
export function* shadowedIn(configuration: Configuration, uri: string, slot: Keyword): Iterable<Shadowed> {
  const known = configuration.catalog.directive(slot);
  // `none` of UnusedConnectionTimeout wins from below.
  if (known?.repeats !== 'first' || slot === 'UnusedConnectionTimeout') return;
  const readings = configuration.readings.filter(({ file }) => file.uri === uri);
  const [reading] = readings;
  if (reading === undefined || readings.length > 1) return;
  if (!reading.model.settersOf(slot).some(({ conditions }) => conditions.length > 0)) return;
  for (const one of shadowedOf(configuration, slot)) if (one.line.reading === reading) yield one;
}

function* shadowedOf(configuration: Configuration, slot: Keyword): Iterable<Shadowed> {
  let everyone: DirectiveInFile | undefined;
  const sameCriteria = new Map<string, DirectiveInFile>();
  const byName = new Map<string, DirectiveInFile>();
  let before: PlacedDirective['conditions'] = [];
  for (const line of configuration.settersOf(slot)) {
    const { conditions, active } = line.placed;
    // What follows under the same conditions is a repeat, which is not our business.
    if (conditions.length === 0 || sameList(conditions, before) || !isTaken(line.placed, configuration)) continue;
    before = conditions;
    if (conditions.some(({ criteria }) => criteria.problems.length > 0)) continue;
    if (active) {
      everyone ??= line;
      continue;
    }
    const { asking, key, names } = comparableConditions(conditions);
    const by = everyone ?? decidedBefore(asking, key, sameCriteria, byName);
    if (by !== undefined) yield { line, by };
    if (!sameCriteria.has(key)) sameCriteria.set(key, line);
    for (const name of names) if (!byName.has(name)) byName.set(name, line);
  }
}

/** What several blocks, one in the other, ask together. */
function comparableConditions(conditions: readonly MatchBlock[]): {
  readonly asking: readonly Comparable[];
  readonly key: string;
  readonly names: readonly string[];
} {
  const asking = conditions.filter(({ criteria }) => !criteria.activeWhenRead).map(comparable);
  const keys = asking.map(({ key }) => key).sort();
  // Who fits one of several conditions need not fit the others.
  return { asking, key: keys.join('\n\n'), names: asking.length === 1 ? (asking[0]?.names ?? []) : [] };
}

function sameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

// All conditions fit together, so it is enough that an earlier block covers one of them.
function decidedBefore(
  asking: readonly Comparable[],
  key: string,
  sameCriteria: ReadonlyMap<string, DirectiveInFile>,
  byName: ReadonlyMap<string, DirectiveInFile>,
): DirectiveInFile | undefined {
  const whole = sameCriteria.get(key);
  if (whole !== undefined) return whole;
  for (const one of asking) {
    const by = sameCriteria.get(one.key) ?? coveredBy(one.plainLists, byName);
    if (by !== undefined) return by;
  }
  return undefined;
}

/** The criteria of a block in a form that compares quickly. A name is a criterion with one plain element: `User alice`. */
interface Comparable {
  /** Equal for the same criteria in any order. */
  readonly key: string;
  /** The names of each list that has nothing else. */
  readonly plainLists: readonly (readonly string[])[];
  /** The names that fit for certain: those of a lone criterion without negation. */
  readonly names: readonly string[];
}

// By the criteria, which live as long as their line is not edited.
const COMPARABLE = new WeakMap<MatchCriteria, Comparable>();

function comparable(block: MatchBlock): Comparable {
  const known = COMPARABLE.get(block.criteria) ?? comparableOf(block);
  COMPARABLE.set(block.criteria, known);
  return known;
}

function comparableOf(block: MatchBlock): Comparable {
  const lists = block.criteria.criteria.map((written) => matchList(block, written));
  const [only, ...others] = lists;
  const alone = only !== undefined && others.length === 0 && !only.elements.some((one) => one.negated);
  return {
    key: criteriaKey(lists),
    plainLists: lists.filter(({ elements }) => elements.length > 0 && elements.every(isPlain)).map(namesOf),
    names: alone ? namesOf({ ...only, elements: only.elements.filter(isPlain) }) : [],
  };
}

function namesOf({ name, elements }: MatchList): readonly string[] {
  return elements.map(({ pattern }) => `${name} ${pattern}`);
}

function criteriaKey(lists: readonly MatchList[]): string {
  return lists
    .map(({ name, written }) => `${name} ${written.value?.value ?? ''}`)
    .sort()
    .join('\n');
}

// Each plain name of one criterion is the plain name of a block with that criterion alone: whoever fits here fitted there.
function coveredBy(
  plainLists: readonly (readonly string[])[],
  byName: ReadonlyMap<string, DirectiveInFile>,
): DirectiveInFile | undefined {
  for (const [first = '', ...others] of plainLists) {
    const line = byName.get(first);
    if (line !== undefined && others.every((name) => byName.has(name))) return line;
  }
  return undefined;
}
