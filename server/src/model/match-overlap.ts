// Which settings of a Match block an earlier block decides for every connection that fits: told from the text of the criteria alone, so never wrong and often silent.
import type { Keyword } from '../catalog/directives';
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
    const { lists, key } = comparable(block);
    const by = everyone ?? sameCriteria.get(key) ?? coveredBy(lists, byName);
    if (by !== undefined) yield { placed, by };
    if (!sameCriteria.has(key)) sameCriteria.set(key, placed);
    rememberNames(placed, lists, byName);
  }
}

interface Comparable {
  readonly lists: readonly MatchList[];
  /** Equal for the same criteria in any order. */
  readonly key: string;
}

const COMPARABLE = new WeakMap<MatchBlock, Comparable>();

// Each of a block's settings asks.
function comparable(block: MatchBlock): Comparable {
  const known = COMPARABLE.get(block);
  if (known !== undefined) return known;
  const lists = block.criteria.criteria.map((written) => matchList(block, written));
  const made = { lists, key: criteriaKey(lists) };
  COMPARABLE.set(block, made);
  return made;
}

function criteriaKey(lists: readonly MatchList[]): string {
  return lists
    .map(({ name, written }) => `${name} ${written.value?.value ?? ''}`)
    .sort()
    .join('\n');
}

// Each plain name of one criterion is the plain name of a block with that criterion alone: whoever fits here fitted there.
function coveredBy(
  lists: readonly MatchList[],
  byName: ReadonlyMap<string, PlacedDirective>,
): PlacedDirective | undefined {
  for (const { name, elements } of lists) {
    if (elements.length === 0 || !elements.every(isPlain)) continue;
    const lines = elements.map(({ pattern }) => byName.get(`${name} ${pattern}`));
    if (lines.every((line) => line !== undefined)) return lines[0];
  }
  return undefined;
}

function rememberNames(
  placed: PlacedDirective,
  lists: readonly MatchList[],
  byName: Map<string, PlacedDirective>,
): void {
  const [only, ...others] = lists;
  if (only === undefined || others.length > 0 || only.elements.some((one) => one.negated)) return;
  for (const element of only.elements) {
    const name = `${only.name} ${element.pattern}`;
    if (isPlain(element) && !byName.has(name)) byName.set(name, placed);
  }
}
