// How a Match block is laid out in the file: the lines that look as if their writer thought the block had ended. sshd looks at none of this.
import type { MatchBlock, PlacedDirective } from './file-model';
import type { Snapshot } from './snapshot';

/** A line that looks global, and why. */
export interface LooksGlobal {
  readonly placed: PlacedDirective;
  /** `outdented`: the block's first line is indented and this one is not. Else a blank line, or at least a comment, stands between it and the block. */
  readonly because: 'outdented' | 'blank' | 'comment';
}

/** The lines of a block that look as if they stood outside: no deeper than the Match line, and outdented or behind a gap. */
export function linesThatLookGlobal({ tree }: Snapshot, { header, directives }: MatchBlock): readonly LooksGlobal[] {
  const base = indentOf(header);
  const inside = directives[0] === undefined ? base : indentOf(directives[0]);
  const found: LooksGlobal[] = [];
  let because: LooksGlobal['because'] | undefined;
  let previous = header.lineIndex;
  for (const placed of directives) {
    const indent = indentOf(placed);
    if (indent > base) {
      // The block goes on, so what stood before was sloppy, not outside.
      because = undefined;
      found.length = 0;
    } else if (indent < inside) because = 'outdented';
    else {
      const gap = tree.lines.slice(previous + 1, placed.lineIndex);
      if (gap.some(({ kind }) => kind === 'blank')) because = 'blank';
      else if (gap.length > 0) because ??= 'comment';
    }
    if (because !== undefined) found.push({ placed, because });
    previous = placed.lineIndex;
  }
  return found;
}

function indentOf({ line }: PlacedDirective): number {
  return line.keyword.start;
}
