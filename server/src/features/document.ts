// What every feature gets: the snapshot, and the way between offsets and the editor's positions, in the file itself and in the others of its configuration.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location, Position, Range } from 'vscode-languageserver-types';
import type { TextRange } from '../base/text-range';
import type { Snapshot } from '../model/snapshot';
import type { SourceFile } from '../model/source-set';

/** A file as features see it. A TextDocument provides the two position functions. */
export interface FeatureDocument {
  readonly snapshot: Snapshot;
  readonly positionAt: (offset: number) => Position;
  readonly offsetAt: (position: Position) => number;
  /** Whether the client shows pictures that carry their own data. */
  readonly pictures?: boolean;
}

/** A range of the file in the editor's terms. */
export function editorRange(document: Pick<FeatureDocument, 'positionAt'>, range: TextRange): Range {
  return { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}

/** A range of the file, or of another one of its configuration, in the editor's terms; undefined: there is no such text. */
export function editorLocation(document: FeatureDocument, range: TextRange, uri?: string): Location | undefined {
  const { snapshot } = document;
  if (uri === undefined || uri === snapshot.uri) return { uri: snapshot.uri, range: editorRange(document, range) };
  const source = snapshot.configuration.sources.sources.get(uri);
  return source?.kind === 'file' ? { uri, range: editorRange(positionsIn(source), range) } : undefined;
}

const POSITIONS = new WeakMap<SourceFile, TextDocument>();

// Made for the few files that are pointed at.
function positionsIn(file: SourceFile): TextDocument {
  const known = POSITIONS.get(file) ?? TextDocument.create(file.uri, 'sshd_config', 0, file.text);
  POSITIONS.set(file, known);
  return known;
}
