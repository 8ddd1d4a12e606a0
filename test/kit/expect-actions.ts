// What code actions are offered at the `<|>` of a text (or between two of them), and what the text becomes.
import { expect } from 'vitest';
import { type CodeAction, type CodeActionKind, TextEdit } from 'vscode-languageserver-types';
import { codeActions } from '../../server/src/features/code-actions';
import { diagnostics } from '../../server/src/features/diagnostics';
import type { FeatureDocument } from '../../server/src/features/document';
import { applyEdits } from './apply-edits';
import { withCursor } from './cursor';
import { findingsOf } from './expect-findings';
import { featureDocument } from './feature-document';
import type { SnapshotOptions } from './snapshot';

export interface ActionOptions extends SnapshotOptions {
  readonly only?: readonly CodeActionKind[];
}

/** The actions, with the document they belong to. The client shows every diagnostic of the file. */
export function actionsAt(
  marked: string,
  { only, ...options }: ActionOptions = {},
): { readonly document: FeatureDocument; readonly actions: readonly CodeAction[] } {
  const { text, offsets } = withCursor(marked);
  const document = featureDocument(text, options);
  const findings = findingsOf(document.snapshot);
  const range = { start: document.positionAt(offsets[0] ?? 0), end: document.positionAt(offsets.at(-1) ?? 0) };
  const shown = diagnostics(document, findings, { rulePage: (id) => `https://example.org/${id}` });
  const context = { diagnostics: shown, ...(only === undefined ? {} : { only: [...only] }) };
  return { document, actions: codeActions(document, { range, context }, findings, { createFiles: true }) };
}

/** Each action as `kind: title`. */
export function titlesAt(marked: string, options: ActionOptions = {}): readonly string[] {
  return actionsAt(marked, options).actions.map(({ kind, title }) => `${kind}: ${title}`);
}

/** Choosing the action makes the text so. */
export function expectApplied(marked: string, title: string, after: string, options: ActionOptions = {}): void {
  const { document, actions } = actionsAt(marked, options);
  const action = actions.find((one) => one.title === title);
  expect(action, `"${title}" is not among: ${actions.map((one) => one.title).join(' | ')}`).toBeDefined();
  if (action !== undefined) expect(applied(document, action)).toBe(after);
}

/** The text after an action that makes a file too, and that file's address and text. */
export function withNewFile(
  document: FeatureDocument,
  { edit }: CodeAction,
): readonly [after: string, uri: string, text: string] {
  const { uri } = document.snapshot;
  const [created, filled, changed] = edit?.documentChanges ?? [];
  if (created === undefined || !('kind' in created) || created.kind !== 'create') throw new Error('makes no file');
  const textOf = (change: typeof filled) =>
    change !== undefined && 'edits' in change ? change.edits.filter((one) => TextEdit.is(one)) : [];
  const after = applied(document, { title: '', edit: { changes: { [uri]: textOf(changed) } } });
  return [
    after,
    created.uri,
    textOf(filled)
      .map(({ newText }) => newText)
      .join(''),
  ];
}

/** The text after an action. */
export function applied(document: FeatureDocument, { edit }: CodeAction): string {
  const { tree, uri } = document.snapshot;
  const edits = (edit?.changes?.[uri] ?? []).map((one) => {
    if (!TextEdit.is(one)) throw new Error('not a plain text edit');
    return { start: document.offsetAt(one.range.start), end: document.offsetAt(one.range.end), newText: one.newText };
  });
  return applyEdits(tree.text, edits);
}
