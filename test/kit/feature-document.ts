// A document as features see it, made from a test's text.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import type { FeatureDocument } from '../../server/src/features/document';
import type { Snapshot } from '../../server/src/model/snapshot';
import { withCursor } from './cursor';
import { type SnapshotOptions, snapshotFrom } from './snapshot';

/** The document of a text without cursor. */
export function featureDocument(text: string, options: SnapshotOptions = {}): FeatureDocument {
  return documentOf(snapshotFrom(text, options));
}

/** The document of a snapshot. */
export function documentOf(snapshot: Snapshot): FeatureDocument {
  const document = TextDocument.create(snapshot.uri, 'sshd_config', 1, snapshot.tree.text);
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
