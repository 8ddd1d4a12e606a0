// Text behind the number of MaxStartups, PerSourceNetBlockSize or StreamLocalBindMask, at which sshd does not look.
import { isAccepted, partOfWord, writing } from '../accepted-lines';
import { defineRule, ofKind } from '../rule';

/** What sshd reads of a word, by kind of argument. */
const READ: Readonly<Record<string, RegExp>> = {
  'max-startups': /^\s*[+-]?\d+(:[+-]?\d+:[+-]?\d+)?/,
  'net-block-size': /^\s*[+-]?\d+(:[+-]?\d+)?/,
  'octal-mask': /^\s*[+-]?[0-7]+/,
};

export const numberTailIgnored = defineRule({
  id: 'number-tail-ignored',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Text behind a number that sshd does not look at.',
  references: ['https://man.openbsd.org/sshd_config#MaxStartups', 'servconf.c: sMaxStartups'],
  lines: ofKind(...Object.keys(READ)),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    const read = READ[placed.directive?.argument.name ?? ''];
    if (read === undefined || word === undefined) return;
    const taken = read.exec(word.value)?.[0] ?? '';
    if (taken === '' || taken === word.value || !isAccepted(placed, snapshot)) return;
    yield {
      range: partOfWord(word, taken.length, word.value.length - taken.length),
      message: `sshd reads \`${taken.trim()}\` and does not look at what follows. Write the number alone.`,
      fixes: [writing(word, taken.trim())],
    };
  },
});
