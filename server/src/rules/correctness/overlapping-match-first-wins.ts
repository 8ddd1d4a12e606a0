// A setting of a Match block that an earlier block has decided for every connection that fits.
import { shadowedSettings } from '../../model/match-overlap';
import { saySame } from '../../model/repeats';
import { removal } from '../line-edits';
import { directiveRange, lineNumber } from '../places';
import { defineRule } from '../rule';

export const overlappingMatchFirstWins = defineRule({
  id: 'overlapping-match-first-wins',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A setting of a Match block that never holds, because an earlier block sets it for the same connections.',
  references: ['sshd_config(5), Match', 'servconf.c: parse_server_match_config()'],
  *check(snapshot) {
    for (const { placed, by } of shadowedSettings(snapshot)) {
      if (saySame(placed, by) || by.block === undefined) continue;
      const keyword = placed.directive?.slot ?? placed.line.keyword.value;
      const number = lineNumber(snapshot, by.lineIndex);
      const who = by.active ? 'for everyone' : 'for all whom this block fits';
      yield {
        range: directiveRange(snapshot, placed),
        message: `The first block that sets ${keyword} decides, and line ${number} sets it ${who}: this line never holds. Put this block above the one of line ${lineNumber(snapshot, by.block.header.lineIndex)}, or remove the line.`,
        tags: ['unnecessary'],
        related: [{ range: directiveRange(snapshot, by), message: `Line ${number} decides.` }],
        fixes: [
          { title: 'Remove this line; nothing changes', safety: 'unsafe', edits: [removal(snapshot.tree, placed)] },
        ],
      };
    }
  },
});
