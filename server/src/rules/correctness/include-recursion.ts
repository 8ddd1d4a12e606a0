// Includes that lead back to themselves, or deeper than sshd follows: it does not start.
import { rangeInFile } from '../../syntax/tree';
import { failedIncludes } from '../included-files';
import { defineRule } from '../rule';

export const includeRecursion = defineRule({
  id: 'include-recursion',
  category: 'correctness',
  severity: 'error',
  since: '0.2.0',
  summary: 'An Include that leads back to itself, or more than 16 levels deep.',
  references: ['servconf.c: parse_server_config_depth(), SERVCONF_MAX_DEPTH'],
  *check(snapshot, { reads }) {
    reads('text');
    for (const reason of ['loop', 'too-deep'] as const) {
      for (const { include, paths } of failedIncludes(snapshot, [reason])) {
        yield {
          range: rangeInFile(snapshot.tree, include.placed.lineIndex, include.word),
          message:
            reason === 'loop'
              ? `This leads back to \`${paths[0]}\`, which is being read: sshd follows Includes 16 levels deep, then gives up and does not start. Name the files so that none reads itself.`
              : `\`${paths[0]}\` would be the 17th level of Includes: sshd follows 16, then gives up and does not start. Include the file from further up.`,
          sshdSays: () => ['Too many recursive configuration includes'],
        };
      }
    }
  },
});
