// What a refactoring is, and what its makers get to see.
import type { CodeActionKind } from 'vscode-languageserver-types';
import type { PlacedDirective } from '../model/file-model';
import type { FixEdit, NewFile } from '../rules/rule';

/** A change on offer. The title says what it changes, in backticks what is code. */
export interface Refactoring {
  readonly kind: CodeActionKind;
  readonly title: string;
  readonly edits: readonly FixEdit[];
  readonly creates?: NewFile;
}

/** The lines that are selected, or the one the cursor is on. */
export interface SelectedLines {
  readonly first: number;
  readonly last: number;
  readonly directives: readonly PlacedDirective[];
}
