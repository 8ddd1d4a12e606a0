// Protocol 1, which is broken, is offered.
import { isAccepted, writing } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const protocol1 = defineRule({
  id: 'protocol-1',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'Protocol 1, which is broken, is offered.',
  references: ['OpenSSH 7.4 release notes'],
  lines: ofKeyword('Protocol'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined || !isAccepted(placed, snapshot)) return;
    if (!word.value.split(',').includes('1')) return;
    yield {
      range: word,
      message: 'Version 1 of the protocol lets an attacker change and insert data. Write `2`.',
      fixes: [writing(word, '2')],
    };
  },
});
