// What a hover says at the `<|>` of a text.
import { expect } from 'vitest';
import { hover } from '../../server/src/features/hover';
import { documentAtCursor } from './feature-document';
import type { SnapshotOptions } from './snapshot';

/** The hovered text and the Markdown; undefined where there is no hover. */
export function hoverAt(
  marked: string,
  options: SnapshotOptions = {},
): { readonly on: string; readonly says: string } | undefined {
  const { document, position } = documentAtCursor(marked, options);
  const found = hover(document, position);
  if (found === null) return undefined;
  if (found.range === undefined || typeof found.contents !== 'object' || !('value' in found.contents))
    throw new Error('a hover without range or Markdown');
  const { start, end } = found.range;
  const text = document.snapshot.tree.text.slice(document.offsetAt(start), document.offsetAt(end));
  return { on: text, says: found.contents.value };
}

/** The hover marks `on` and holds every one of the texts; null: there must be none. */
export function expectHover(
  marked: string,
  on: string | null,
  texts: readonly string[] = [],
  options: SnapshotOptions = {},
): void {
  const found = hoverAt(marked, options);
  expect(found?.on ?? null).toBe(on);
  for (const text of texts) expect(found?.says).toContain(text);
}
