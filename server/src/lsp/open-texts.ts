// The texts the editor holds at a moment, as the installed sshd has to see them. Keeps nothing.
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

/** Equal for two URIs of one file: editor and Node encode the same path differently. */
export function decodedUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A stray percent sign: such a URI stands for itself.
    return uri;
  }
}
