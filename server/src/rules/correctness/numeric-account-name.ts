// A number in AllowUsers and its like: sshd compares names, not IDs.
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKind } from '../rule';

export const numericAccountName = defineRule({
  id: 'numeric-account-name',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary:
    'A number in AllowUsers, DenyUsers, AllowGroups or DenyGroups, which sshd takes for a name and not for an ID.',
  references: ['https://man.openbsd.org/sshd_config#AllowUsers'],
  lines: ofKind('user-patterns', 'group-patterns'),
  *checkLine(placed, snapshot) {
    const { directive, line } = placed;
    const users = directive?.argument.name === 'user-patterns';
    for (const word of line.words) {
      if (!/^\d+(@|$)/.test(word.value) || !isAccepted(placed, snapshot)) continue;
      yield {
        range: word,
        message: `sshd compares names: this is a ${users ? 'user' : 'group'} called \`${word.value.replace(/@.*/s, '')}\`, not the one with that ID. Write the name.`,
      };
    }
  },
});
