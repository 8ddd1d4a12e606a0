// AuthorizedKeysCommand or AuthorizedPrincipalsCommand in a Match block without a user to run it as: sshd leaves it out.
import type { Keyword } from '../../catalog/directives';
import { allBlocks } from '../../model/configuration';
import { decidingLine } from '../../model/effective-config';
import type { PlacedDirective } from '../../model/file-model';
import { isTaken } from '../../model/repeats';
import type { Snapshot } from '../../model/snapshot';
import { otherFilesCount } from '../elsewhere';
import { insertion, styleOf, written } from '../line-edits';
import { directiveRange, isHere } from '../places';
import { defineRule, type Report } from '../rule';

const PAIRS: readonly (readonly [command: Keyword, user: Keyword])[] = [
  ['AuthorizedKeysCommand', 'AuthorizedKeysCommandUser'],
  ['AuthorizedPrincipalsCommand', 'AuthorizedPrincipalsCommandUser'],
];

export const commandWithoutUserInMatch = defineRule({
  id: 'command-without-user-in-match',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A command in a Match block that looks up keys or principals, without a user to run it as.',
  references: ['auth2-pubkey.c: user_key_command_allowed2()', 'sshd_config(5), AuthorizedKeysCommandUser'],
  *check(snapshot, { reads }) {
    reads(...PAIRS.flat());
    for (const [command, user] of PAIRS) {
      // The user may come from the global section or from any block that fits as well.
      if (snapshot.configuration.settersOf(user).length > 0) continue;
      for (const block of allBlocks(snapshot.configuration)) {
        const line = block.criteria.activeWhenRead ? undefined : decidingLine(snapshot, command, block);
        if (line === undefined || !isHere(snapshot, line) || !isTaken(line.placed, snapshot)) continue;
        if (!/^none$/i.test(line.placed.line.words[0]?.value ?? '')) yield report(snapshot, line.placed, command, user);
      }
    }
  },
});

function report(snapshot: Snapshot, line: PlacedDirective, command: Keyword, user: Keyword): Report {
  const unsure = otherFilesCount(snapshot);
  const condition = unsure ? `, unless another file sets ${user}` : `: ${user} is not set`;
  const text = written(styleOf(line), user, 'nobody');
  return {
    range: directiveRange(snapshot, line),
    message: `sshd leaves ${command} out at the log-in${condition}. In a block \`sshd -t\` does not notice. Add \`${user}\` with an account that owns nothing else.`,
    ...(unsure ? { severity: 'information' as const } : {}),
    fixes: [
      {
        title: `Add \`${user} nobody\``,
        safety: 'unsafe',
        edits: [insertion(snapshot.tree, line.lineIndex + 1, [text])],
      },
    ],
  };
}
