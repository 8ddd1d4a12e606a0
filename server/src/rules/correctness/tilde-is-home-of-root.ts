// A `~` in a file name is the home of the user who runs sshd, for every login alike.
import { isAccepted, partOfWord, takesOwnFile, writing } from '../accepted-lines';
import { defineRule, type Report } from '../rule';

const PER_USER = ['AuthorizedKeysFile', 'AuthorizedPrincipalsFile'];

export const tildeIsHomeOfRoot = defineRule({
  id: 'tilde-is-home-of-root',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: "A file name that begins with `~`, which is the home of the user who runs sshd and not the login user's.",
  references: ['https://man.openbsd.org/sshd_config#AuthorizedKeysFile', 'misc.c: tilde_expand_filename()'],
  *checkLine(placed, snapshot) {
    const { directive, line } = placed;
    if (directive === undefined || !line.text.includes('~') || snapshot.catalog.target.vendor === 'windows') return;
    const perUser = PER_USER.includes(directive.slot);
    if ((!perUser && !takesOwnFile(placed)) || !isAccepted(placed, snapshot)) return;
    for (const word of line.words) {
      const start = /^~[^/]*/.exec(word.value)?.[0];
      if (start === undefined) continue;
      yield { range: partOfWord(word, 0, start.length), ...finding(start, perUser, partOfWord(word, 0, 1)) };
    }
  },
});

function finding(start: string, perUser: boolean, tilde: { start: number; end: number }): Omit<Report, 'range'> {
  const whose =
    start === '~' ? 'the home of the user who runs sshd, usually root' : `the home of \`${start.slice(1)}\``;
  if (!perUser)
    return {
      severity: 'information',
      message: `sshd reads \`${start}\` as ${whose}. Write the absolute path, so that it reads the same for everybody.`,
    };
  return {
    message: `sshd reads \`${start}\` as ${whose}, whoever logs in: all users share this file. Write \`%h\` for the home of the login user.`,
    ...(start === '~' && tilde.end - tilde.start === 1 ? { fixes: [writing(tilde, '%h')] } : {}),
  };
}
