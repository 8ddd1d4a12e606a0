// Algorithm lists: the strongest first, the weak ones out.
import { CodeActionKind } from 'vscode-languageserver-types';
import { type AlgorithmGrade, algorithmFacts } from '../catalog/algorithms';
import { splitPrefix } from '../catalog/arguments/algorithm-list';
import type { Snapshot } from '../model/snapshot';
import { rangeInFile } from '../syntax/tree';
import type { Refactoring, SelectedLines } from './refactoring-kind';

const RANKS: Readonly<Record<AlgorithmGrade, number>> = { strong: 0, acceptable: 1, unknown: 2, weak: 3 };

/** Offers for the algorithm list on the selected line. A list that is taken out of the default has no order. */
export function* algorithmRefactorings({ tree, catalog }: Snapshot, lines: SelectedLines): Iterable<Refactoring> {
  const [placed, more] = lines.directives;
  const word = placed?.line.words[0];
  if (more !== undefined || word === undefined || placed?.directive?.argument.name !== 'algorithm-list') return;
  if (word.end - word.start !== word.value.length) return;
  const { prefix } = splitPrefix(word.value, catalog.target.release);
  const names = word.value.slice(prefix.length).split(',');
  if (prefix === '-' || names.some((name) => name === '' || /[*?!]/.test(name))) return;
  const range = rangeInFile(tree, placed.lineIndex, word);
  const rewritten = (title: string, list: readonly string[]): Refactoring => ({
    kind: CodeActionKind.RefactorRewrite,
    title,
    edits: [{ ...range, newText: prefix + list.join(',') }],
  });
  const sorted = names.toSorted((a, b) => rank(a) - rank(b));
  if (sorted.join() !== names.join()) yield rewritten('Sort the algorithms, strongest first', sorted);
  const sound = names.filter((name) => algorithmFacts(name)?.grade !== 'weak');
  if (sound.length > 0 && sound.length < names.length)
    yield rewritten(`Take out the weak algorithms (${names.length - sound.length})`, sound);
}

function rank(name: string): number {
  const facts = algorithmFacts(name);
  // Of two strong ones the one that outlasts quantum computers comes first.
  return facts === undefined
    ? RANKS.unknown
    : RANKS[facts.grade] - (facts.postQuantum && facts.grade === 'strong' ? 0.5 : 0);
}
