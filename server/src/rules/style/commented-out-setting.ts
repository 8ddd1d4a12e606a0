// A hardening line is still commented out.
import type { Keyword } from '../../catalog/directives';
import { commentedLine } from '../commented-line';
import { newGlobalLine } from '../new-lines';
import { defineRule } from '../rule';
import { heldValue, isWhole } from '../setting-rule';

export const commentedOutSetting = defineRule({
  id: 'commented-out-setting',
  category: 'style',
  severity: 'hint',
  since: '0.2.0',
  summary: 'A hardening line is still commented out.',
  references: ['sshd -T'],
  *check(snapshot) {
    for (const [keyword, wished] of Object.entries(WISHED) as [Keyword, string][]) {
      const commented = commentedLine(snapshot, keyword);
      if (commented === undefined || commented.value.toLowerCase() !== wished) continue;
      const held = heldValue(snapshot, keyword);
      if (held.toLowerCase() === wished || snapshot.configuration.settersOf(keyword).length > 0 || !isWhole(snapshot))
        continue;
      yield {
        range: commented.range,
        message: `This is a comment: \`${held}\` holds, the default. If \`${wished}\` is meant, take the \`#\` away.`,
        fixes: newGlobalLine(snapshot, keyword, wished, 'Take the # away'),
      };
    }
  },
});

// No delivered file has one of these in a comment.
const WISHED: Partial<Record<Keyword, string>> = {
  PermitRootLogin: 'no',
  PasswordAuthentication: 'no',
  KbdInteractiveAuthentication: 'no',
  X11UseLocalhost: 'no',
  PermitEmptyPasswords: 'yes',
};
