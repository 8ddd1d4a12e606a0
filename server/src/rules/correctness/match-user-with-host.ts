// USER@HOST in Match User: no host is compared there, unlike in AllowUsers.
import { canFitAddress, type MatchList, matchLists } from '../../model/match-lists';
import type { Snapshot } from '../../model/snapshot';
import { rangeInFile } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';

export const matchUserWithHost = defineRule({
  id: 'match-user-with-host',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary: '`Match User` with an `@`: the whole text is compared with the name, no host is looked at.',
  references: ['servconf.c: match_cfg_line()', 'sshd_config(5), Match'],
  *check(snapshot, { reads }) {
    reads('Match');
    for (const list of matchLists(snapshot)) {
      if (list.name !== 'User') continue;
      for (const { pattern, range } of list.elements) {
        const at = pattern.lastIndexOf('@');
        if (at <= 0 || at === pattern.length - 1) continue;
        const [user, host] = [pattern.slice(0, at), pattern.slice(at + 1)];
        const criterion = canFitAddress(host) ? 'Address' : 'Host';
        yield {
          range: rangeInFile(snapshot.tree, list.block.header.lineIndex, range),
          message: `Match User looks at no host: \`${pattern}\` fits only who logs in with an \`@\` in the name, as domain accounts do. For one user from one host write \`User ${user} ${criterion} ${host}\`.`,
          fixes: list.elements.length === 1 ? [split(snapshot, list, `${user} ${criterion} ${host}`)] : [],
        };
      }
    }
  },
});

function split({ tree }: Snapshot, { block, written }: MatchList, newText: string): Fix {
  const range = rangeInFile(tree, block.header.lineIndex, written.value ?? written.name);
  return { title: `Change to \`User ${newText}\``, safety: 'unsafe', edits: [{ ...range, newText }] };
}
