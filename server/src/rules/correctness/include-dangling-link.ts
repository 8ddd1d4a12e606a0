// An Include that finds a symbolic link without a file behind it: sshd cannot open it and does not start.
import { rangeInFile } from '../../syntax/tree';
import { failedIncludes } from '../included-files';
import { defineRule } from '../rule';

export const includeDanglingLink = defineRule({
  id: 'include-dangling-link',
  category: 'correctness',
  severity: 'error',
  since: '0.2.0',
  summary: 'An Include that finds a symbolic link which leads nowhere.',
  references: ['servconf.c: load_server_config()', 'openbsd-compat/glob.c: glob2()'],
  *check(snapshot, { reads }) {
    reads('text');
    for (const { include, paths } of failedIncludes(snapshot, ['dangling-link'])) {
      const { placed, word } = include;
      yield {
        range: rangeInFile(snapshot.tree, placed.lineIndex, word),
        message: `\`${paths[0]}\` is a symbolic link that leads nowhere: sshd finds its name, cannot open it and does not start. Mend or remove the link.`,
        sshdSays: () => [`${paths[0]}: No such file or directory`],
      };
    }
  },
});
