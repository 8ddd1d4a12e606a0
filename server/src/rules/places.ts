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
