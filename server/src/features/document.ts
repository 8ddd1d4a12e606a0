// What every feature gets: the snapshot, and the way between offsets and the editor's positions.
import type { Position, Range } from 'vscode-languageserver-types';
import type { TextRange } from '../base/text-range';
import type { Snapshot } from '../model/snapshot';

/** A file as features see it. A TextDocument provides the two position functions. */
export interface FeatureDocument {
  readonly snapshot: Snapshot;
  readonly positionAt: (offset: number) => Position;
  readonly offsetAt: (position: Position) => number;
}

/** A range of the file in the editor's terms. */
export function editorRange(document: FeatureDocument, range: TextRange): Range {
  return { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}
