// Lines below a Match block that look global and belong to the block all the same. Lines that sshd refuses there, and keepalive lines, have rules of their own.
import { type LooksGlobal, linesThatLookGlobal } from '../../model/block-layout';
import type { MatchBlock } from '../../model/file-model';
import { isTaken } from '../../model/repeats';
import type { Snapshot } from '../../model/snapshot';
import { keepaliveSwallowedByMatch } from '../keepalive/keepalive-swallowed-by-match';
import { endOfGlobalSection } from '../keepalive/new-lines';
import { insertion } from '../line-edits';
import { directiveRange, lineNumber } from '../places';
import { defineRule, type Fix, NO_CONTEXT, type Report } from '../rule';

export const directiveAfterMatchLooksGlobal = defineRule({
  id: 'directive-after-match-looks-global',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Lines below a Match block that look global, but belong to the block.',
  references: ['sshd_config(5), Match', 'servconf.c: process_server_config_line_depth()'],
  *check(snapshot) {
    const saidElsewhere = keepaliveLines(snapshot);
    for (const block of snapshot.model.blocks) {
      if (block.criteria.activeWhenRead || block.criteria.problems.length > 0) continue;
      // A comment between the lines of a block that is not indented says nothing.
      const tail = linesThatLookGlobal(snapshot, block).filter(
        ({ placed, because }) => because !== 'comment' && isTaken(placed, snapshot),
      );
      const first = tail.find(({ placed }) => !saidElsewhere.has(directiveRange(snapshot, placed).start));
      if (first !== undefined) yield report(snapshot, block, first, tail);
    }
  },
});

function keepaliveLines(snapshot: Snapshot): ReadonlySet<number> {
  return new Set(Array.from(keepaliveSwallowedByMatch.check?.(snapshot, NO_CONTEXT) ?? [], ({ range }) => range.start));
}

function report(snapshot: Snapshot, block: MatchBlock, first: LooksGlobal, tail: readonly LooksGlobal[]): Report {
  const header = lineNumber(snapshot, block.header.lineIndex);
  const more = tail.filter(({ placed }) => placed.lineIndex > first.placed.lineIndex).length;
  const lines = more === 0 ? 'This line belongs' : `This line and ${more} below belong`;
  const surely = tail.some(({ because }) => because === 'outdented');
  return {
    range: directiveRange(snapshot, first.placed),
    message: `${lines} to the Match block of line ${header}: a block goes on to the next Match or the end of the file, whatever indentation and blank lines say. For all connections, move above the first Match or write \`Match all\` in front.`,
    ...(surely ? {} : { severity: 'information' as const }),
    related: [{ range: directiveRange(snapshot, block.header), message: 'The block starts here.' }],
    fixes: [moveUp(snapshot, tail, surely), matchAll(snapshot, first)],
  };
}

// Comments and blank lines between stay where they are; refused lines have their own fix.
function moveUp(snapshot: Snapshot, tail: readonly LooksGlobal[], preferred: boolean): Fix {
  const { tree } = snapshot;
  const lines = tail.map(({ placed }) => placed);
  const { index } = endOfGlobalSection(snapshot);
  const texts = lines.map(({ line }) => line.text.trim());
  const removals = lines.map(({ lineIndex, line }) => {
    const start = tree.starts[lineIndex] ?? 0;
    return { start, end: start + line.text.length, newText: '' };
  });
  return {
    title: `Move ${lines.length === 1 ? 'the line' : `the ${lines.length} lines`} above the first Match, for all connections`,
    safety: 'unsafe',
    ...(preferred ? { preferred } : {}),
    edits: [insertion(tree, index, texts), ...removals],
  };
}

function matchAll({ tree }: Snapshot, { placed }: LooksGlobal): Fix {
  return {
    title: 'Insert `Match all` in front, which ends the block',
    safety: 'unsafe',
    edits: [insertion(tree, placed.lineIndex, ['Match all'])],
  };
}
