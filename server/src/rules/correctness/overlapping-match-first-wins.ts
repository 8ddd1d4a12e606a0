// A setting of a Match block that an earlier block has decided for every connection that fits.
import { shadowedIn } from '../../model/match-overlap';
import { saySame } from '../../model/repeats';
import { removal } from '../line-edits';
import { directiveRange, isHere, lineName, lineNumber, relatedLine } from '../places';
import { defineRule } from '../rule';
import { capital } from './repeat-reports';

export const overlappingMatchFirstWins = defineRule({
  id: 'overlapping-match-first-wins',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A setting of a Match block that never holds, because an earlier block sets it for the same connections.',
  references: ['sshd_config(5), Match', 'servconf.c: parse_server_match_config()'],
  *checkKeyword(keyword, snapshot) {
    for (const { line, by } of shadowedIn(snapshot.configuration, snapshot.uri, keyword)) {
      const { placed } = line;
      if (saySame(placed, by.placed)) continue;
      const name = lineName(snapshot, by);
      const who = by.placed.active ? 'for everyone' : 'for all whom this block fits';
      const { block } = by.placed;
      const above =
        isHere(snapshot, by) && block !== undefined && placed.block !== undefined
          ? `Put this block above the one of line ${lineNumber(snapshot, block.header.lineIndex)}, or remove the line.`
          : 'Change the value there, or remove the line.';
      yield {
        range: directiveRange(snapshot, placed),
        message: `The first block that sets ${keyword} decides, and ${name} sets it ${who}: this line never holds. ${above}`,
        tags: ['unnecessary'],
        related: [relatedLine(snapshot, by, `${capital(name)} decides.`)],
        fixes: [
          { title: 'Remove this line; nothing changes', safety: 'unsafe', edits: [removal(snapshot.tree, placed)] },
        ],
      };
    }
  },
});
