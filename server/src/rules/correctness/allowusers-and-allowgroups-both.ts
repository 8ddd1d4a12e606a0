// AllowUsers and AllowGroups together: a user must pass both.
import { loginLists } from '../../model/login-lists';
import { directiveRange, lineNumber } from '../places';
import { defineRule } from '../rule';

export const allowusersAndAllowgroupsBoth = defineRule({
  id: 'allowusers-and-allowgroups-both',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary: 'AllowUsers and AllowGroups together: who is in only one of the two lists is shut out.',
  references: ['auth.c: allowed_user()', 'sshd_config(5), AllowGroups'],
  *check(snapshot) {
    for (const { block, lines } of loginLists(snapshot)) {
      const [users] = lines('AllowUsers');
      const [groups] = lines('AllowGroups');
      if (users === undefined || groups === undefined) continue;
      const own = [users, groups].filter((one) => one.block === block);
      const at = own.reduce((a, b) => (a.lineIndex > b.lineIndex ? a : b), own[0] ?? users);
      const other = at === users ? groups : users;
      yield {
        range: directiveRange(snapshot, at),
        message: `A user must pass both lists: named in AllowUsers and member of a group in AllowGroups (here and line ${lineNumber(snapshot, other.lineIndex)}). Keep one list if either was meant to be enough.`,
        related: [{ range: directiveRange(snapshot, other), message: `The ${other.directive?.keyword} list` }],
      };
    }
  },
});
