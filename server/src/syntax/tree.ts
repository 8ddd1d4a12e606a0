// The tree of one sshd_config file: its lines, each with the ranges of its parts. Carries no meaning: what a keyword is, the catalogue knows.
import type { TextRange } from '../base/text-range';

/**
 * How sshd splits a line into words.
 * `strdelim`: up to 8.6 (strdelim() of misc.c). `argv-split`: from 8.7 (argv_split() of misc.c, after strdelim() for the keyword).
 * `strdelim-untrimmed`: up to 7.4, as `strdelim`, but a form feed at the end of a line belongs to its last word.
 */
export type Dialect = 'strdelim-untrimmed' | 'strdelim' | 'argv-split';

/** Every dialect, oldest first. */
export const DIALECTS: readonly Dialect[] = ['strdelim-untrimmed', 'strdelim', 'argv-split'];

/** One word of a line. Its range covers the quotes, its value is what sshd sees after quotes and escapes. */
export interface Word extends TextRange {
  readonly value: string;
  readonly quoted: boolean;
}

interface LineBase {
  /** Every character of the line, its line end included. All ranges of a line count from its own start. */
  readonly text: string;
  /** How many lines an editor shows for it: more than one only where a NUL byte glues the next line on. */
  readonly height: number;
}

/** Nothing but blanks. */
export interface BlankLine extends LineBase {
  readonly kind: 'blank';
}

/** A line that sshd skips because its first character after blanks is `#`. */
export interface CommentLine extends LineBase {
  readonly kind: 'comment';
  readonly comment: TextRange;
}

/** A line with a keyword, whether sshd knows it or not. */
export interface DirectiveLine extends LineBase {
  readonly kind: 'directive';
  readonly keyword: Word;
  /** The `=` between keyword and first argument. */
  readonly equals?: TextRange;
  /** The arguments. In the `strdelim` dialect the list ends at a word whose closing quote is missing. */
  readonly words: readonly Word[];
  /** The raw text behind the keyword, trailing blanks dropped: what rest-of-line directives take. */
  readonly rest: TextRange;
  /** The comment behind the arguments, where the dialect sees one. */
  readonly comment?: TextRange;
  /** Where a quote opens that never closes; the word it opens, to the end of the line. */
  readonly unclosedQuote?: TextRange;
}

export type Line = BlankLine | CommentLine | DirectiveLine;

/** A value: edits make a new tree that shares the untouched lines. */
export interface SyntaxTree {
  readonly text: string;
  readonly dialect: Dialect;
  /** The lines as sshd counts them (split at LF only). */
  readonly lines: readonly Line[];
  /** The offset at which each line starts. */
  readonly starts: readonly number[];
}

/** A range of a line, as a range of the file. */
export function rangeInFile(tree: SyntaxTree, line: number, range: TextRange): TextRange {
  const start = tree.starts[line] ?? tree.text.length;
  return { start: start + range.start, end: start + range.end };
}

/** The index of the line that holds `offset`; -1 in an empty file. The end of the file belongs to the last line. */
export function lineIndexAt(tree: SyntaxTree, offset: number): number {
  let low = 0;
  let high = tree.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tree.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/** Length of the line without its line end (LF, CRLF). */
export function lengthWithoutEnd(text: string): number {
  if (text.endsWith('\r\n')) return text.length - 2;
  return text.endsWith('\n') ? text.length - 1 : text.length;
}
