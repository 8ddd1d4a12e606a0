// Edits carried out as an editor does: all at once, in offsets of the old text. Overlapping edits are a mistake of whoever made them.
import type { TextEdit } from '../../server/src/syntax/parse';

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length)
      throw new Error(`edit overlaps or lies outside: ${JSON.stringify(edit)}`);
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}
