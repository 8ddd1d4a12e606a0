// A `-` list of algorithms and the default it takes names from: what the rules about such lists share. No rule itself.
import { matchesPattern } from '../base/wildcard';
import { defaultAlgorithms } from '../catalog/algorithms';
import { splitPrefix } from '../catalog/arguments/algorithm-list';
import type { PlacedDirective } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';
import type { Word } from '../syntax/tree';
import { isAccepted } from './accepted-lines';

/** A removal list that sshd accepts. */
export interface Removal {
  readonly word: Word;
  readonly list: string;
  readonly elements: readonly { readonly name: string; readonly offset: number }[];
  /** The default of the target; empty where it is not known. */
  readonly defaults: readonly string[];
}

/** The removal list of a line; undefined where the line is none or sshd refuses it. */
export function removalOf(placed: PlacedDirective, snapshot: Snapshot): Removal | undefined {
  const { target } = snapshot.catalog;
  const [word] = placed.line.words;
  const { directive } = placed;
  if (directive?.argument.name !== 'algorithm-list' || word === undefined) return undefined;
  const { prefix, list } = splitPrefix(word.value, target.release);
  if (prefix !== '-' || !isAccepted(placed, snapshot)) return undefined;
  let offset = 1;
  const elements = list.split(',').map((name) => {
    const element = { name, offset };
    offset += name.length + 1;
    return element;
  });
  return { word, list, elements, defaults: defaultAlgorithms(directive.keyword, target) };
}

/** Whether an element names something in `names`; sshd reads `*` and `?` in removal lists. */
export function hits(element: string, names: Iterable<string>): boolean {
  for (const name of names) if (matchesPattern(name, element)) return true;
  return false;
}
