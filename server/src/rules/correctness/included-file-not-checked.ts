// Files that sshd reads and this check does not: no permission, too large, too many. Nothing is wrong with the line.
import { rangeInFile } from '../../syntax/tree';
import { failedIncludes, includesOf } from '../included-files';
import { defineRule } from '../rule';

const MESSAGES = {
  unreadable: (what: string) =>
    `${what} cannot be read here, for lack of permission perhaps. sshd, started by root, reads it; what it says is missing from this check.`,
  'too-large': (what: string) =>
    `${what} is larger than 16 MB and is not looked at here. sshd reads it; what it says is missing from this check.`,
  'too-many': (what: string) =>
    `This finds more files than are looked at here; the search ended at ${what}. sshd reads all of them; what they say is missing from this check.`,
} as const;

export const includedFileNotChecked = defineRule({
  id: 'included-file-not-checked',
  category: 'correctness',
  severity: 'information',
  since: '0.2.0',
  summary: 'An Include of files that could not be looked at here.',
  references: ['https://man.openbsd.org/sshd_config#Include'],
  *check(snapshot, { reads }) {
    reads('text');
    const { configuration, tree, uri } = snapshot;
    for (const { placed, word, path } of includesOf(snapshot)) {
      // A text that is not saved lies nowhere, and everybody knows.
      if (!configuration.sources.unreachable?.has(path) || uri.startsWith('untitled:')) continue;
      yield {
        range: rangeInFile(tree, placed.lineIndex, word),
        message: `\`${path}\` lies outside of what can be looked at here. sshd reads what it finds there; what that says is missing from this check.`,
      };
    }
    for (const reason of ['unreadable', 'too-large', 'too-many'] as const) {
      for (const { include, paths } of failedIncludes(snapshot, [reason])) {
        const others = reason === 'too-many' || paths.length === 1 ? '' : ` (and ${paths.length - 1} more)`;
        yield {
          range: rangeInFile(snapshot.tree, include.placed.lineIndex, include.word),
          message: MESSAGES[reason](`\`${paths[0]}\`${others}`),
        };
      }
    }
  },
});
