// How far a Match block reaches for the eye. sshd lets it run to the next Match; what stands above that next Match usually speaks of it.
import type { MatchBlock } from '../model/file-model';
import type { Line, SyntaxTree } from '../syntax/tree';

/** The last line that belongs to the block for a reader: its last directive, or a comment behind it that is indented deeper than the Match line. */
export function lastOwnLine(tree: SyntaxTree, block: MatchBlock): number {
  const floor = block.directives.at(-1)?.lineIndex ?? block.header.lineIndex;
  const depth = indentation(tree.lines[block.header.lineIndex]);
  let last = floor;
  for (let at = floor + 1; at <= block.lastLine; at++) {
    const line = tree.lines[at];
    if (line?.kind === 'comment' && indentation(line) > depth) last = at;
  }
  return last;
}

function indentation(line: Line | undefined): number {
  return /^[ \t]*/.exec(line?.text ?? '')?.[0].length ?? 0;
}
