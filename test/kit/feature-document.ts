// A document as features see it, made from a test's text.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import type { FeatureDocument } from '../../server/src/features/document';
import { withCursor } from './cursor';
import { type SnapshotOptions, snapshotFrom } from './snapshot';

/** The document of a text without cursor. */
export function featureDocument(text: string, options: SnapshotOptions = {}): FeatureDocument {
  const snapshot = snapshotFrom(text, options);
  const document = TextDocument.create(snapshot.uri, 'sshd_config', 1, text);
  return {
    snapshot,
    positionAt: (offset) => document.positionAt(offset),
    offsetAt: (position) => document.offsetAt(position),
  };
}

/** The document of a text with a `<|>` in it, and where that stood. */
export function documentAtCursor(
  marked: string,
  options: SnapshotOptions = {},
): { readonly document: FeatureDocument; readonly position: Position } {
  const { text, offset } = withCursor(marked);
  const document = featureDocument(text, options);
  return { document, position: document.positionAt(offset) };
}
