// Places that rules report: parts of a placed line, as ranges of the file.
import type { TextRange } from '../base/text-range';
import type { PlacedDirective } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';
import { rangeInFile, type SyntaxTree } from '../syntax/tree';

/** The keyword of a line. */
export function keywordRange({ tree }: Snapshot, { lineIndex, line }: PlacedDirective): TextRange {
  return rangeInFile(tree, lineIndex, line.keyword);
}

/** Keyword and arguments of a line, without the comment behind them. */
export function directiveRange({ tree }: Snapshot, { lineIndex, line }: PlacedDirective): TextRange {
  return rangeInFile(tree, lineIndex, { start: line.keyword.start, end: line.words.at(-1)?.end ?? line.keyword.end });
}

/** The arguments of a line; the keyword where there are none. */
export function argumentRange({ tree }: Snapshot, { lineIndex, line }: PlacedDirective): TextRange {
  const [first] = line.words;
  return rangeInFile(
    tree,
    lineIndex,
    first === undefined ? line.keyword : { start: first.start, end: line.words.at(-1)?.end ?? first.end },
  );
}

/** The line's number as an editor counts, for messages. */
export function lineNumber({ tree }: Snapshot, lineIndex: number): number {
  let number = lineIndex + 1;
  for (const [index, height] of tallLines(tree)) if (index < lineIndex) number += height - 1;
  return number;
}

const TALL = new WeakMap<SyntaxTree, readonly (readonly [index: number, height: number])[]>();

// Only lines with NUL bytes are higher than one, so nearly every tree has none.
function tallLines(tree: SyntaxTree): readonly (readonly [index: number, height: number])[] {
  const known =
    TALL.get(tree) ?? tree.lines.flatMap(({ height }, index) => (height > 1 ? [[index, height] as const] : []));
  TALL.set(tree, known);
  return known;
}
