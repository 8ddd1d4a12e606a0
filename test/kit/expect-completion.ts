// What completion offers at the `<|>` of a text, and what the text becomes when an item is accepted.
import { expect } from 'vitest';
import { type CompletionItem, CompletionItemTag, TextEdit } from 'vscode-languageserver-types';
import { type ClientItems, completions, resolveCompletion } from '../../server/src/features/completion';
import type { FeatureDocument } from '../../server/src/features/document';
import { applyEdits } from './apply-edits';
import { documentAtCursor } from './feature-document';
import type { SnapshotOptions } from './snapshot';

/** The items in the order an editor shows them. */
export function completionsAt(
  marked: string,
  options: SnapshotOptions & Partial<ClientItems> = {},
): readonly CompletionItem[] {
  const { document, position } = documentAtCursor(marked, options);
  const { snippets = false, suggestCommand } = options;
  const client = { snippets, ...(suggestCommand === undefined ? {} : { suggestCommand }) };
  return sorted(completions(document, position, client).items);
}

function sorted(items: readonly CompletionItem[]): readonly CompletionItem[] {
  return items.toSorted((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
}

/** The labels in the order an editor shows them; those struck through are put in parentheses. */
export function labelsAt(marked: string, options: SnapshotOptions = {}): readonly string[] {
  return completionsAt(marked, options).map((item) =>
    item.tags?.includes(CompletionItemTag.Deprecated) ? `(${item.label})` : item.label,
  );
}

/** Accepting the item makes the text so. */
export function expectAccepted(marked: string, label: string, after: string, options: SnapshotOptions = {}): void {
  const { document, position } = documentAtCursor(marked, options);
  const item = completions(document, position).items.find((one) => one.label === label);
  expect(item, `${label} is not offered`).toBeDefined();
  if (item !== undefined) expect(accepted(document, item)).toBe(after);
}

/** The text after an item is accepted. */
export function accepted(document: FeatureDocument, { textEdit }: CompletionItem): string {
  if (!TextEdit.is(textEdit)) throw new Error('an item without a plain text edit');
  const { range, newText } = textEdit;
  return applyEdits(document.snapshot.tree.text, [
    { start: document.offsetAt(range.start), end: document.offsetAt(range.end), newText },
  ]);
}

/** The Markdown of an item's details. */
export function detailsOf(item: CompletionItem | undefined): string {
  if (item === undefined) throw new Error('no such item');
  const { documentation } = resolveCompletion(structuredClone(item));
  return typeof documentation === 'object' ? documentation.value : (documentation ?? '');
}
