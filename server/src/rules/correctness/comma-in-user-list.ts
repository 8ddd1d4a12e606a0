// A comma in AllowUsers and its like: their lists are split at blanks, and a comma is a letter of the name.
import type { Word } from '../../syntax/tree';
import { isAccepted, partOfWord, writing } from '../accepted-lines';
import { defineRule, type Fix, ofKind } from '../rule';

export const commaInUserList = defineRule({
  id: 'comma-in-user-list',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A comma in AllowUsers, DenyUsers, AllowGroups or DenyGroups, which is part of the name there.',
  references: ['https://man.openbsd.org/sshd_config#AllowUsers', 'match.c: match_user()'],
  lines: ofKind('user-patterns', 'group-patterns'),
  *checkLine(placed, snapshot) {
    const { directive, line } = placed;
    if (directive === undefined) return;
    const users = directive.argument.name === 'user-patterns';
    for (const word of line.words) {
      // Behind the @ of a user stands a list of addresses, with commas.
      const at = users ? word.value.lastIndexOf('@') : -1;
      const name = at < 0 ? word.value : word.value.slice(0, at);
      if (!name.includes(',') || !isAccepted(placed, snapshot)) continue;
      yield {
        range: partOfWord(word, 0, name.length),
        message: `${directive.keyword} is split at blanks only: sshd looks for a ${users ? 'user' : 'group'} called \`${name}\`, comma and all. Separate the names with blanks.`,
        ...(at < 0 ? fix(word, name) : {}),
      };
    }
  },
});

function fix(word: Word, name: string): { readonly fixes?: readonly Fix[] } {
  const names = name.split(',').filter((one) => one !== '');
  if (word.quoted || names.length === 0) return {};
  return { fixes: [writing(word, names.join(' '))] };
}
