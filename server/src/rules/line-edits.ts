// Edits of whole lines and of values that keep a file's indentation, separators and line ends. Decides nothing.
import type { PlacedDirective } from '../model/file-model';
import type { TextEdit } from '../syntax/parse';
import { lengthWithoutEnd, type SyntaxTree } from '../syntax/tree';

/** How a line is written: what stands before the keyword, and between keyword and value. */
export interface LineStyle {
  readonly indent: string;
  readonly separator: string;
}

export const PLAIN_STYLE: LineStyle = { indent: '', separator: ' ' };

/** Writes another value on a line; what stands around it stays. */
export function valueEdit(tree: SyntaxTree, { line, lineIndex }: PlacedDirective, value: string): TextEdit {
  const start = tree.starts[lineIndex] ?? 0;
  const [first, last] = [line.words[0], line.words.at(-1)];
  if (line.unclosedQuote !== undefined)
    return { start: start + (first ?? line.unclosedQuote).start, end: start + line.unclosedQuote.end, newText: value };
  if (first !== undefined && last !== undefined)
    return { start: start + first.start, end: start + last.end, newText: value };
  const behind = start + (line.equals ?? line.keyword).end;
  return { start: behind, end: behind, newText: line.equals === undefined ? ` ${value}` : value };
}

/** Takes a line out, its line end too. */
export function removal(tree: SyntaxTree, { lineIndex }: PlacedDirective): TextEdit {
  const start = tree.starts[lineIndex] ?? 0;
  return { start, end: start + (tree.lines[lineIndex]?.text.length ?? 0), newText: '' };
}

/** Puts lines before the line `index`, or at the end of the file, which keeps its last line end or the lack of one. */
export function insertion(tree: SyntaxTree, index: number, lines: readonly string[]): TextEdit {
  const end = lineEndAt(tree, index);
  const at = tree.starts[index] ?? tree.text.length;
  const openEnd = at === tree.text.length && at > 0 && !tree.text.endsWith('\n');
  return { start: at, end: at, newText: lines.map((line) => (openEnd ? end + line : line + end)).join('') };
}

// As the line above has it, else the one below, else the first of the file.
function lineEndAt(tree: SyntaxTree, index: number): string {
  const candidates = [tree.lines[index - 1], tree.lines[index], tree.lines[0]];
  for (const line of candidates) {
    const end = line?.text.slice(lengthWithoutEnd(line.text)) ?? '';
    if (end !== '') return end;
  }
  return '\n';
}

/** The style of a line, for one with the same keyword length below or above it. */
export function styleOf({ line }: PlacedDirective): LineStyle {
  return { indent: line.text.slice(0, line.keyword.start), separator: separatorOf(line) || ' ' };
}

function separatorOf({ text, keyword, words }: PlacedDirective['line']): string {
  const first = words[0];
  return first === undefined ? ' ' : text.slice(keyword.end, first.start);
}

/** The style of a file as its line shows it, for a line with another keyword: `=` and tabs are kept, blanks align the value with the line's own. */
export function styleBeside(neighbour: PlacedDirective, keyword: string): LineStyle {
  const { line } = neighbour;
  const { indent, separator } = styleOf(neighbour);
  if (!/^ {2,}$/.test(separator)) return { indent, separator };
  return {
    indent,
    separator: ' '.repeat(Math.max(1, line.keyword.end - line.keyword.start + separator.length - keyword.length)),
  };
}

/** A line in a style. */
export function written({ indent, separator }: LineStyle, keyword: string, value: string): string {
  return `${indent}${keyword}${separator}${value}`;
}
