// Definition, references, highlights and links as text, over the files of a configuration.
import type { Location } from 'vscode-languageserver-types';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { definition } from '../../server/src/features/definition';
import type { FeatureDocument } from '../../server/src/features/document';
import { documentHighlights } from '../../server/src/features/document-highlights';
import { documentLinks } from '../../server/src/features/document-links';
import { references } from '../../server/src/features/references';
import { documentAtCursor, featureDocument } from './feature-document';
import type { SnapshotOptions } from './snapshot';

/** `sshd_config:1` for each place, lines counted from 1. */
function named(locations: readonly Location[]): readonly string[] {
  return locations.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line + 1}`);
}

export function definitionAt(marked: string, options: SnapshotOptions = {}): readonly string[] {
  const { document, position } = documentAtCursor(marked, options);
  return named(definition(document, position));
}

export function referencesAt(
  marked: string,
  { includeDeclaration = true, ...options }: SnapshotOptions & { readonly includeDeclaration?: boolean } = {},
): readonly string[] {
  const { document, position } = documentAtCursor(marked, options);
  return named(references(document, position, includeDeclaration));
}

/** `1 Banner`, with a `*` where the line decides. */
export function highlightsAt(marked: string, options: SnapshotOptions = {}): readonly string[] {
  const { document, position } = documentAtCursor(marked, options);
  return documentHighlights(document, position).map(
    ({ range, kind }) =>
      `${range.start.line + 1} ${textIn(document, range)}${kind === DocumentHighlightKind.Write ? '*' : ''}`,
  );
}

/** `words -> file (tooltip)`; `places`: where named files lie that are there. */
export function linksOf(
  text: string,
  { places = {}, ...options }: SnapshotOptions & { readonly places?: Readonly<Record<string, string>> } = {},
): readonly string[] {
  const document = featureDocument(text, options);
  return documentLinks(document, new Map(Object.entries(places))).map(
    ({ range, target, tooltip }) => `${textIn(document, range)} -> ${target?.split('/').at(-1)} (${tooltip})`,
  );
}

function textIn(document: FeatureDocument, { start, end }: Location['range']): string {
  return document.snapshot.tree.text.slice(document.offsetAt(start), document.offsetAt(end));
}
