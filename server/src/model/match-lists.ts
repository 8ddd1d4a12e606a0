// The lists of Match lines, element by element, and what can be said of a pattern from its text alone. Evaluates no connection.
import { network } from '../base/ip-address';
import type { TextRange } from '../base/text-range';
import type { WrittenCriterion } from '../catalog/match-criteria';
import type { Word } from '../syntax/tree';
import type { MatchBlock } from './file-model';
import type { Snapshot } from './snapshot';

/** One element of a comma list. */
export interface ListElement {
  /** Without the `!`. */
  readonly pattern: string;
  readonly negated: boolean;
  /** The `!` included; counted from the start of the line. */
  readonly range: TextRange;
}

/** A criterion with its list. */
export interface MatchList {
  readonly block: MatchBlock;
  readonly written: WrittenCriterion;
  readonly name: string;
  readonly elements: readonly ListElement[];
}

/** All lists of all Match lines that sshd takes. */
export function* matchLists({ model }: Snapshot): Iterable<MatchList> {
  for (const block of model.blocks) {
    if (block.criteria.problems.length > 0) continue;
    for (const written of block.criteria.criteria) yield matchList(block, written);
  }
}

/** One criterion's list. */
export function matchList(block: MatchBlock, written: WrittenCriterion): MatchList {
  return { block, written, name: written.criterion.name, elements: elementsOf(written) };
}

// By the criterion's node, which lives as long as its line is not edited: many rules ask, at every keystroke.
const ELEMENTS = new WeakMap<WrittenCriterion, readonly ListElement[]>();

function elementsOf(written: WrittenCriterion): readonly ListElement[] {
  const known = ELEMENTS.get(written) ?? (written.value === undefined ? [] : listElements(written.value));
  ELEMENTS.set(written, known);
  return known;
}

/** The elements of a comma list in a word. */
export function listElements(word: Word): readonly ListElement[] {
  const quotes = word.end - word.start - word.value.length;
  // Where quotes stand inside the word or escapes are resolved, the word as a whole is the place.
  const exact = quotes === 0 || (word.quoted && quotes === 2);
  let at = word.start + quotes / 2;
  return word.value.split(',').map((text) => {
    const range = exact ? { start: at, end: at + text.length } : word;
    at += text.length + 1;
    const negated = text.startsWith('!');
    return { pattern: negated ? text.slice(1) : text, negated, range };
  });
}

/** Neither wildcard nor negation: stands for itself. */
export function isPlain({ pattern, negated }: ListElement): boolean {
  return !negated && !/[*?]/.test(pattern);
}

/** Whether a pattern can fit the text of an address: an address, a network, or wildcards among the characters of addresses. */
export function canFitAddress(pattern: string): boolean {
  if (network(pattern).kind !== 'other' || pattern === 'UNKNOWN') return true;
  return /[*?]/.test(pattern) && /^[0-9a-f:.*?]+(%.*)?$/i.test(pattern);
}
