// Edits carried out on a text, all at once: offsets of the old text.
import type { TextRange } from './text-range';

/** The text with the edits carried out; they must not overlap. */
export function withEdits(text: string, edits: readonly (TextRange & { readonly newText: string })[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, newText } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, start), newText);
    at = end;
  }
  return parts.join('') + text.slice(at);
}
