// What a rename at the `<|>` of a text makes of it and of the files around it.
import { expect } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextEdit } from 'vscode-languageserver-types';
import { prepareRename, rename } from '../../server/src/features/rename';
import { documentAtCursor } from './feature-document';
import { type SnapshotOptions, uriOfPath } from './snapshot';

/** The texts that the rename changes, by path; or the words of its refusal. */
export function renamed(
  marked: string,
  newName: string,
  options: SnapshotOptions = {},
): Readonly<Record<string, string>> | string {
  const { document, position } = documentAtCursor(marked, options);
  const edit = rename(document, position, newName);
  if ('problem' in edit) return edit.problem;
  const texts: Record<string, string> = { [options.path ?? '/etc/ssh/sshd_config']: document.snapshot.tree.text };
  for (const [path, text] of Object.entries(options.files ?? {})) if (typeof text === 'string') texts[path] ??= text;
  const after: Record<string, string> = {};
  for (const [path, text] of Object.entries(texts)) {
    const edits = edit.changes?.[uriOfPath(path)];
    if (edits === undefined) continue;
    const plain = edits.filter((one): one is TextEdit => TextEdit.is(one));
    expect(plain).toHaveLength(edits.length);
    after[path] = TextDocument.applyEdits(TextDocument.create('file:///x', 'sshd_config', 0, text), plain);
  }
  return after;
}

/** The text that an editor puts into its box; undefined where nothing can be renamed. */
export function renameOffered(marked: string, options: SnapshotOptions = {}): string | undefined {
  const { document, position } = documentAtCursor(marked, options);
  const found = prepareRename(document, position);
  if (found === null) return undefined;
  const { start, end } = found.range;
  const text = document.snapshot.tree.text.slice(document.offsetAt(start), document.offsetAt(end));
  expect(found.placeholder).toBe(text);
  return text;
}
