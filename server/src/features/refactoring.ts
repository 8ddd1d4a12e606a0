// Changes that somebody may want at a place, though nothing is wrong there. Each maker looks at the selected lines and offers what fits.
import { CodeActionKind } from 'vscode-languageserver-types';
import type { PlacedDirective } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';
import type { Fix } from '../rules/rule';
import { algorithmRefactorings } from './refactor-algorithms';
import { companionRefactorings } from './refactor-companions';
import { dropInRefactorings } from './refactor-drop-in';
import { matchRefactorings } from './refactor-match';
import { switchRefactorings } from './refactor-switch';
import type { Refactoring, SelectedLines } from './refactoring-kind';

/** The kinds that are offered, for editors that ask by kind. */
export const REFACTORING_KINDS: readonly CodeActionKind[] = [
  CodeActionKind.RefactorRewrite,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  `${CodeActionKind.Refactor}.move`,
];

const MAKERS: readonly ((snapshot: Snapshot, lines: SelectedLines) => Iterable<Refactoring>)[] = [
  switchRefactorings,
  algorithmRefactorings,
  matchRefactorings,
  companionRefactorings,
  dropInRefactorings,
];

/** What can be done with the lines `first` to `last` of the tree. */
export function refactorings(snapshot: Snapshot, first: number, last: number): readonly (Fix & Refactoring)[] {
  const lines: SelectedLines = {
    first,
    last,
    directives: snapshot.model.directives.filter(inLines(first, last)),
  };
  return MAKERS.flatMap((make) => Array.from(make(snapshot, lines), (one) => ({ ...one, safety: 'unsafe' as const })));
}

function inLines(first: number, last: number): (placed: PlacedDirective) => boolean {
  return ({ lineIndex }) => first <= lineIndex && lineIndex <= last;
}
