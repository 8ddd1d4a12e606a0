// A Match invalid-user block that lets clients see which names have no account.
import type { Keyword } from '../../catalog/directives';
import { directiveRange } from '../places';
import { defineRule } from '../rule';

// What a client notices before it has logged in.
const SEEN: readonly Keyword[] = [
  'AuthenticationMethods',
  'Banner',
  'GSSAPIAuthentication',
  'HostbasedAuthentication',
  'KbdInteractiveAuthentication',
  'MaxAuthTries',
  'PasswordAuthentication',
  'PubkeyAuthentication',
  'RefuseConnection',
];

export const invalidUserShown = defineRule({
  id: 'invalid-user-shown',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'A Match invalid-user block that lets clients see which names have no account.',
  references: ['sshd_config(5), Match', 'servconf.c: match_cfg_line()'],
  *check(snapshot, { reads }) {
    reads(...SEEN);
    for (const { header, criteria, directives } of snapshot.model.blocks) {
      const asks = criteria.criteria.some(({ criterion }) => criterion.name === 'Invalid-User');
      const seen = directives.find(({ directive }) => SEEN.some((one) => one === directive?.slot));
      if (!asks || criteria.problems.length > 0 || seen?.directive === undefined) continue;
      yield {
        range: directiveRange(snapshot, header),
        message: `Who gets this block has typed a name without an account, and ${seen.directive.keyword} is seen before the login: by the difference anybody can find out which accounts there are. That may be worth it; otherwise treat such names like all others.`,
      };
    }
  },
});
