// A Match line with no directive below it. `Match all` is left alone: it ends the block before it.

import { removal } from '../line-edits';
import { directiveRange } from '../places';
import { defineRule } from '../rule';

export const emptyMatchBlock = defineRule({
  id: 'empty-match-block',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary: 'A Match line with no directive below it, which does nothing.',
  references: ['sshd_config(5), Match'],
  *check(snapshot) {
    for (const { header, criteria, directives } of snapshot.model.blocks) {
      if (directives.length > 0 || criteria.problems.length > 0 || criteria.activeWhenRead) continue;
      yield {
        range: directiveRange(snapshot, header),
        message: 'No directive follows before the next Match or the end of the file, so this block does nothing.',
        tags: ['unnecessary'],
        fixes: [
          { title: 'Remove the Match line; nothing changes', safety: 'safe', edits: [removal(snapshot.tree, header)] },
        ],
      };
    }
  },
});
