// Places that rules report: parts of a placed line as ranges of its file, and how a message names a line of another file.
import { fileName } from '../base/file-name';
import type { TextRange } from '../base/text-range';
import type { DirectiveInFile } from '../model/configuration';
import type { PlacedDirective } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';
import { rangeInFile, type SyntaxTree } from '../syntax/tree';
import type { Related } from './rule';

/** A file with its tree: a snapshot or a reading. */
interface WithTree {
  readonly tree: SyntaxTree;
}

/** The keyword of a line. */
export function keywordRange({ tree }: WithTree, { lineIndex, line }: PlacedDirective): TextRange {
  return rangeInFile(tree, lineIndex, line.keyword);
}

/** Keyword and arguments of a line, without the comment behind them. */
export function directiveRange({ tree }: WithTree, { lineIndex, line }: PlacedDirective): TextRange {
  return rangeInFile(tree, lineIndex, { start: line.keyword.start, end: line.words.at(-1)?.end ?? line.keyword.end });
}

/** The arguments of a line; the keyword where there are none. */
export function argumentRange({ tree }: WithTree, { lineIndex, line }: PlacedDirective): TextRange {
  const [first] = line.words;
  return rangeInFile(
    tree,
    lineIndex,
    first === undefined ? line.keyword : { start: first.start, end: line.words.at(-1)?.end ?? first.end },
  );
}

/** The line's number as an editor counts, for messages. */
export function lineNumber({ tree }: WithTree, lineIndex: number): number {
  let number = lineIndex + 1;
  for (const [index, height] of tallLines(tree)) if (index < lineIndex) number += height - 1;
  return number;
}

const TALL = new WeakMap<SyntaxTree, readonly (readonly [index: number, height: number])[]>();

// Only lines with NUL bytes are higher than one, so nearly every tree has none.
function tallLines(tree: SyntaxTree): readonly (readonly [index: number, height: number])[] {
  if (!tree.text.includes('\0')) return [];
  const known =
    TALL.get(tree) ?? tree.lines.flatMap(({ height }, index) => (height > 1 ? [[index, height] as const] : []));
  TALL.set(tree, known);
  return known;
}

/** Whether a line stands in the file that is looked at. */
export function isHere({ uri }: Snapshot, { reading }: DirectiveInFile): boolean {
  return reading.file.uri === uri;
}

/** How a message names a line: `line 3`, and in another file `10-a.conf:3`. */
export function lineName(snapshot: Snapshot, line: DirectiveInFile): string {
  const number = lineNumber(line.reading, line.placed.lineIndex);
  return isHere(snapshot, line) ? `line ${number}` : `${shortPath(snapshot, line.reading.file.path)}:${number}`;
}

/** Where a message says a line stands: `on line 3`, `in 10-a.conf:3`. */
export function onLine(snapshot: Snapshot, line: DirectiveInFile): string {
  return `${isHere(snapshot, line) ? 'on' : 'in'} ${lineName(snapshot, line)}`;
}

/** A file's name; with its folder where this file has the same name. */
export function shortPath({ uri }: Snapshot, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === fileName(uri) ? path.split('/').slice(-2).join('/') : name;
}

/** A line, of this file or another, as a place that explains a finding. */
export function relatedLine(snapshot: Snapshot, line: DirectiveInFile, message: string): Related {
  const range = directiveRange(line.reading, line.placed);
  return { range, message, ...uriOf(snapshot, line) };
}

/** The file of an edit in a line's file; nothing for the file itself. */
export function uriOf(snapshot: Snapshot, line: DirectiveInFile): { readonly uri?: string } {
  return isHere(snapshot, line) ? {} : { uri: line.reading.file.uri };
}
