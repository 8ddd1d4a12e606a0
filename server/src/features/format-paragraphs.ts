// Where lines stand: which are indented, which line up, and how many blank lines part them. Looks into no line.
import type { FileModel, PlacedDirective } from '../model/file-model';
import type { FormatSettings } from '../model/format-settings';
import type { SyntaxTree } from '../syntax/tree';
import { keywordText } from './format-line';
import { lastOwnLine } from './match-extent';

/** The lines whose indentation is that of a Match block's contents: directives, and comments between them. */
export function indentedLines(tree: SyntaxTree, model: FileModel): ReadonlySet<number> {
  const indented = new Set<number>();
  for (const block of model.blocks)
    for (let at = block.header.lineIndex + 1; at <= lastOwnLine(tree, block); at++) indented.add(at);
  return indented;
}

/** The first line of what belongs to each Match line for a reader: itself, or the comment right above it. */
export function blockStarts(tree: SyntaxTree, model: FileModel): ReadonlySet<number> {
  const starts = new Set<number>();
  let floor = -1;
  for (const block of model.blocks) {
    let at = block.header.lineIndex;
    while (at - 1 > floor && tree.lines[at - 1]?.kind === 'comment') at--;
    starts.add(at);
    floor = lastOwnLine(tree, block);
  }
  return starts;
}

/** The column that the values of each paragraph share, by line. Paragraphs end at blank lines and at Match lines. */
export function valueColumns(
  directives: readonly PlacedDirective[],
  tree: SyntaxTree,
  { keywordCase, mostBlankLines }: FormatSettings,
): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  let paragraph: PlacedDirective[] = [];
  const end = () => {
    const longest = Math.max(0, ...paragraph.map((one) => keywordText(one, keywordCase).length));
    for (const { lineIndex } of paragraph) columns.set(lineIndex, longest + 1);
    paragraph = [];
  };
  for (const placed of directives) {
    const before = paragraph.at(-1);
    const isMatch = placed.directive?.argument.name === 'match';
    const between = tree.lines.slice((before ?? placed).lineIndex, placed.lineIndex);
    // Blank lines that are taken out part nothing.
    const parted = mostBlankLines > 0 && between.some(({ kind }) => kind === 'blank');
    if (isMatch || parted) end();
    if (!isMatch) paragraph.push(placed);
  }
  end();
  return columns;
}

/** Whether sshd and the reader see nothing on a line. */
export function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}
