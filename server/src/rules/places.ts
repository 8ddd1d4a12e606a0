// Places that rules report: parts of a placed line, as ranges of the file.
import type { TextRange } from '../base/text-range';
import type { PlacedDirective } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';
import { rangeInFile } from '../syntax/tree';

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
  let extra = 0;
  // Only lines with NUL bytes are higher than one.
  for (let i = 0; i < lineIndex; i++) extra += (tree.lines[i]?.height ?? 1) - 1;
  return lineIndex + extra + 1;
}
