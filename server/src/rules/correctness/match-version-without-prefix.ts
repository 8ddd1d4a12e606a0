// A Match Version pattern that no release can fit, because it does not begin as the release text does.
import { matchLists } from '../../model/match-lists';
import { rangeInFile } from '../../syntax/tree';
import { defineRule } from '../rule';

const PREFIX = 'OpenSSH_';

export const matchVersionWithoutPrefix = defineRule({
  id: 'match-version-without-prefix',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A Match Version pattern that fits no release, because releases begin with `OpenSSH_`.',
  references: ['servconf.c: match_cfg_line()', 'sshd_config(5), Match'],
  *check(snapshot, { reads }) {
    reads('Match');
    for (const { block, name, elements } of matchLists(snapshot)) {
      if (name !== 'Version') continue;
      for (const { pattern, negated, range } of elements) {
        if (pattern === '' || canBegin(pattern)) continue;
        const instead = `${PREFIX}${pattern.replace(/^openssh[ _-]*/i, '')}`;
        const place = rangeInFile(snapshot.tree, block.header.lineIndex, range);
        yield {
          range: place,
          message: `\`${pattern}\` fits no release: it is compared with a text such as \`OpenSSH_10.5p1\`. Write \`${instead}\`.`,
          fixes: [
            {
              title: `Change to \`${instead}\``,
              safety: 'unsafe',
              preferred: true,
              edits: [{ ...place, newText: negated ? `!${instead}` : instead }],
            },
          ],
        };
      }
    }
  },
});

function canBegin(pattern: string): boolean {
  const literal = pattern.split(/[*?]/, 1)[0] ?? '';
  return literal.startsWith(PREFIX) || (literal.length < pattern.length && PREFIX.startsWith(literal));
}
