// The cursor in a test's text, written as <|>.

const MARK = '<|>';

/** A text without its marks, and where they stood. */
export interface MarkedText {
  readonly text: string;
  /** The first (usually only) cursor. */
  readonly offset: number;
  readonly offsets: readonly number[];
}

/** Takes the `<|>` marks out; there must be at least one. */
export function withCursor(marked: string): MarkedText {
  const parts = marked.split(MARK);
  const offsets: number[] = [];
  let length = 0;
  for (const part of parts.slice(0, -1)) {
    length += part.length;
    offsets.push(length);
  }
  const [offset] = offsets;
  if (offset === undefined) throw new Error(`no ${MARK} in the text`);
  return { text: parts.join(''), offset, offsets };
}
