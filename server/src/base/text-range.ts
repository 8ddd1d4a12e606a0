// A stretch of text in UTF-16 offsets. Knows nothing of lines, files or editors.

/** Half-open: `start` belongs to the range, `end` does not. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The same range, moved right by `by` (left when negative). */
export function shifted(range: TextRange, by: number): TextRange {
  return { start: range.start + by, end: range.end + by };
}

/** Whether `offset` lies in the range or touches its end, as a text cursor does. */
export function touches(range: TextRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** The smallest range that covers both. */
export function spanning(a: TextRange, b: TextRange): TextRange {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
