// A `!` in front of a name of AllowUsers and its like: it negates nothing there, it is a letter of the name.
import { isAccepted, partOfWord } from '../accepted-lines';
import { defineRule, ofKind } from '../rule';

export const negatedLoginName = defineRule({
  id: 'negated-login-name',
  category: 'correctness',
  severity: 'warning',
  since: '0.2.0',
  summary:
    'A `!` in front of a name in AllowUsers, DenyUsers, AllowGroups or DenyGroups, which is part of the name there.',
  references: ['https://man.openbsd.org/sshd_config#AllowUsers', 'match.c: match_user()', 'auth.c: allowed_user()'],
  lines: ofKind('user-patterns', 'group-patterns'),
  *checkLine(placed, snapshot) {
    const { directive, line } = placed;
    if (directive === undefined) return;
    const users = directive.argument.name === 'user-patterns';
    for (const word of line.words) {
      const { value } = word;
      if (!value.startsWith('!') || !isAccepted(placed, snapshot)) continue;
      const at = users ? value.lastIndexOf('@') : -1;
      const name = value.slice(0, at < 0 ? value.length : at);
      yield {
        range: partOfWord(word, 0, name.length),
        message: `sshd looks for a ${users ? 'user' : 'group'} called \`${name}\`, exclamation mark and all: names are not negated here. ${advice(directive.keyword, name.slice(1))}`,
      };
    }
  },
});

function advice(keyword: string, name: string): string {
  const other = keyword.startsWith('Allow') ? keyword.replace('Allow', 'Deny') : keyword.replace('Deny', 'Allow');
  return `Write \`${other} ${name}\` instead.`;
}
