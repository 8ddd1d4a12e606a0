// The texts the editor holds at a moment, as the installed sshd has to see them. Keeps nothing.
import { decodedUri } from '../workspace/file-uri';
import type { Documents } from './documents';

/** An open document's text. */
export interface OpenText {
  readonly uri: string;
  readonly text: string;
}

/** All of them, by what `decodedUri` makes of their URIs. */
export async function openTexts(documents: Documents): Promise<ReadonlyMap<string, OpenText>> {
  const all = await Promise.all(documents.uris().map((uri) => documents.ready(uri)));
  const open = all.filter((document) => document !== undefined);
  return new Map(open.map(({ snapshot: { uri, tree } }) => [decodedUri(uri), { uri, text: tree.text }]));
}
