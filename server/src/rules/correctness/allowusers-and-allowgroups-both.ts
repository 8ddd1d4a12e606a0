// AllowUsers and AllowGroups together: a user must pass both.

import { sectionOf } from '../../model/effective-config';
import { LOGIN_LISTS, loginLists } from '../../model/login-lists';
import { directiveRange, lineName, relatedLine } from '../places';
import { defineRule } from '../rule';

export const allowusersAndAllowgroupsBoth = defineRule({
  id: 'allowusers-and-allowgroups-both',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary: 'AllowUsers and AllowGroups together: who is in only one of the two lists is shut out.',
  references: ['auth.c: allowed_user()', 'sshd_config(5), AllowGroups'],
  *check(snapshot, { reads }) {
    reads(...LOGIN_LISTS);
    for (const { block, lines } of loginLists(snapshot.configuration)) {
      const [users] = lines('AllowUsers');
      const [groups] = lines('AllowGroups');
      if (users === undefined || groups === undefined) continue;
      const own = [users, groups].filter(({ placed }) => sectionOf(placed) === block);
      // Said once, at the line that comes second.
      const { directives } = snapshot.configuration;
      const at = own.reduce((a, b) => (directives.indexOf(a) > directives.indexOf(b) ? a : b), own[0] ?? users);
      if (at.reading !== snapshot.reading) continue;
      const other = at === users ? groups : users;
      yield {
        range: directiveRange(snapshot, at.placed),
        message: `A user must pass both lists: named in AllowUsers and member of a group in AllowGroups (here and ${lineName(snapshot, other)}). Keep one list if either was meant to be enough.`,
        related: [relatedLine(snapshot, other, `The ${other.placed.directive?.keyword} list`)],
      };
    }
  },
});
