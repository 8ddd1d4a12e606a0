// Which settings of a Match block an earlier block decides for every connection that fits: told from the text of the criteria alone, so never wrong and often silent.
import type { Keyword } from '../catalog/directives';
import type { MatchCriteria } from '../catalog/match-criteria';
import type { MatchBlock, PlacedDirective } from './file-model';
import { isPlain, type MatchList, matchList } from './match-lists';
import { isTaken } from './repeats';
import type { Snapshot } from './snapshot';

/** A setting that never holds, and the line of an earlier block that decides. */
export interface Shadowed {
  readonly placed: PlacedDirective;
  readonly by: PlacedDirective;
}

/** All settings that earlier blocks shadow; each block is compared with an index of those before it. */
export function* shadowedSettings(snapshot: Snapshot): Iterable<Shadowed> {
  const slots = new Set<Keyword>();
  for (const { directives } of snapshot.model.blocks)
    for (const { directive } of directives) if (directive !== undefined) slots.add(directive.slot);
  for (const slot of slots) {
    const known = snapshot.catalog.directive(slot);
    // `none` of UnusedConnectionTimeout wins from below.
    if (known?.repeats === 'first' && slot !== 'UnusedConnectionTimeout') yield* shadowedOf(snapshot, slot);
  }
}

function* shadowedOf(snapshot: Snapshot, slot: Keyword): Iterable<Shadowed> {
  let everyone: PlacedDirective | undefined;
  const sameCriteria = new Map<string, PlacedDirective>();
  const byName = new Map<string, PlacedDirective>();
  let block: MatchBlock | undefined;
  for (const placed of snapshot.model.settersOf(slot)) {
    // What follows in one block is a repeat, which is not our business.
    if (placed.block === undefined || placed.block === block || !isTaken(placed, snapshot)) continue;
    block = placed.block;
    if (block.criteria.problems.length > 0) continue;
    if (placed.active) {
      everyone ??= placed;
      continue;
    }
    const { key, plainLists, names } = comparable(block);
    const by = everyone ?? sameCriteria.get(key) ?? coveredBy(plainLists, byName);
    if (by !== undefined) yield { placed, by };
    if (!sameCriteria.has(key)) sameCriteria.set(key, placed);
    for (const name of names) if (!byName.has(name)) byName.set(name, placed);
  }
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
  byName: ReadonlyMap<string, PlacedDirective>,
): PlacedDirective | undefined {
  for (const [first = '', ...others] of plainLists) {
    const line = byName.get(first);
    if (line !== undefined && others.every((name) => byName.has(name))) return line;
  }
  return undefined;
}
