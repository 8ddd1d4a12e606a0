// A name in a `-` list that takes nothing away: sshd does not check such lists.
import { nearest } from '../../base/edit-distance';
import { algorithmFamilyOf, allAlgorithms } from '../../catalog/algorithms';
import { isAccepted, partOfWord, writing } from '../accepted-lines';
import { hits, type Removal, removalOf } from '../algorithm-removal';
import { defineRule, ofKind, type Report } from '../rule';

export const algorithmRemovalMatchesNothing = defineRule({
  id: 'algorithm-removal-matches-nothing',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A name in a `-` list of algorithms that takes nothing away.',
  references: ['https://man.openbsd.org/sshd_config#Ciphers', 'match.c: match_filter_denylist()'],
  lines: ofKind('algorithm-list'),
  *checkLine(placed, snapshot) {
    const removal = removalOf(placed, snapshot);
    if (removal === undefined || !isAccepted(placed, snapshot)) return;
    if (removal.elements.every((one) => one.name === '')) {
      yield {
        range: removal.word,
        message: 'Nothing stands behind the `-`, so nothing is removed; the full default stays. Write what to remove.',
      };
      return;
    }
    const known = everKnown(placed.directive?.keyword ?? '');
    const default_ = snapshot.catalog.target.vendor === undefined ? removal.defaults : [...removal.defaults, ...known];
    for (const { name, offset } of removal.elements) {
      if (name === '' || name.startsWith('!') || hits(name, default_)) continue;
      yield report(removal, name, offset, known);
    }
  },
});

function report({ word, defaults }: Removal, name: string, offset: number, known: readonly string[]): Report {
  const range = partOfWord(word, offset, name.length);
  const plain = /^[-+^]/.test(name) ? name.slice(1) : undefined;
  if (plain !== undefined && hits(plain, defaults)) {
    return {
      range,
      message: `A prefix counts only in front of the whole list: sshd looks for an algorithm called \`${name}\`, and \`${plain}\` stays on. Leave the inner \`${name[0]}\` out.`,
      ...(range === word ? {} : { fixes: [writing(range, plain)] }),
    };
  }
  if (hits(name, known))
    return {
      range,
      severity: 'information',
      message: `\`${name}\` is not in the default list of the target's sshd, so there is nothing to remove.`,
    };
  const near = nearest(name, defaults);
  return {
    range,
    message: `\`${name}\` matches no algorithm in the default list, so nothing is removed; sshd does not check names behind \`-\`. ${near[0] === undefined ? 'Take it out, or write the name it was meant to be.' : `Did you mean \`${near[0]}\`?`}`,
    ...(range === word
      ? {}
      : { fixes: near.map((one, index) => ({ ...writing(range, one), preferred: index === 0 })) }),
  };
}

function everKnown(keyword: string): readonly string[] {
  const family = algorithmFamilyOf(keyword);
  const own = family === 'CASignatureAlgorithms' ? 'KeyTypes' : family;
  return allAlgorithms().flatMap((one) => (one.family === own ? one.name : []));
}
