// Keepalive lines of the global section that are commented out, as stock files have them. Prose that only names the keyword is left alone.
import type { TextRange } from '../../base/text-range';
import type { Reading } from '../../model/configuration';
import type { ClientAliveKeyword } from '../../model/keepalive-lines';
import type { LineStyle } from '../line-edits';

/** A commented-out directive. */
export interface CommentedOut {
  readonly lineIndex: number;
  /** From the `#` to the end of the value, in offsets of the file. */
  readonly range: TextRange;
  /** As it is spelt there. */
  readonly keyword: string;
  readonly style: LineStyle;
}

/** The first line of the global section that has the keyword and a time or number behind `#`, unless it belongs to a commented-out Match block. */
export function commentedOut(
  { tree, model }: Pick<Reading, 'tree' | 'model'>,
  keyword: ClientAliveKeyword,
): CommentedOut | undefined {
  const end = model.blocks[0]?.header.lineIndex ?? tree.lines.length;
  const pattern = new RegExp(
    `^(#+[ \\t]*)(${keyword})([ \\t]*=[ \\t]*|[ \\t]+)("?\\d[0-9a-z.]*"?)(?=[ \\t]*$|[ \\t]+#)`,
    'i',
  );
  let inMatch = false;
  for (let lineIndex = 0; lineIndex < end; lineIndex++) {
    const line = tree.lines[lineIndex];
    const comment = line?.kind === 'comment' ? line.text.slice(line.comment.start, line.comment.end) : '';
    inMatch = comment !== '' && (inMatch || /^#+[ \t]*Match[ \t]/i.test(comment));
    const found = inMatch ? null : pattern.exec(comment);
    if (line?.kind !== 'comment' || found === null) continue;
    const start = (tree.starts[lineIndex] ?? 0) + line.comment.start;
    const [whole, , spelt = keyword, separator = ' '] = found;
    return {
      lineIndex,
      range: { start, end: start + whole.length },
      keyword: spelt,
      style: { indent: line.text.slice(0, line.comment.start), separator },
    };
  }
  return undefined;
}
