// AuthorizedKeysCommandUser or AuthorizedPrincipalsCommandUser without a command to run.
import type { Keyword } from '../../catalog/directives';
import { isTaken } from '../../model/repeats';
import { otherFilesCount } from '../elsewhere';
import { directiveRange } from '../places';
import { defineRule } from '../rule';

const PAIRS: readonly (readonly [user: Keyword, command: Keyword])[] = [
  ['AuthorizedKeysCommandUser', 'AuthorizedKeysCommand'],
  ['AuthorizedPrincipalsCommandUser', 'AuthorizedPrincipalsCommand'],
];

export const commandUserWithoutCommand = defineRule({
  id: 'command-user-without-command',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary: 'The user for a command that looks up keys or principals, without the command.',
  references: ['sshd_config(5), AuthorizedKeysCommandUser'],
  *check(snapshot, { reads }) {
    reads(...PAIRS.flat());
    if (otherFilesCount(snapshot)) return;
    for (const [user, command] of PAIRS) {
      if (snapshot.configuration.settersOf(command).length > 0) continue;
      for (const placed of snapshot.model.settersOf(user)) {
        if (!isTaken(placed, snapshot)) continue;
        yield {
          range: directiveRange(snapshot, placed),
          message: `${user} does nothing by itself: no line sets ${command}. Add the command, or remove this line.`,
        };
      }
    }
  },
});
