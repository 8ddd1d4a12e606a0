// AuthenticationMethods separated by blanks: one of them is enough.
import { isAccepted, writing } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const methodsAreAlternatives = defineRule({
  id: 'methods-are-alternatives',
  category: 'correctness',
  severity: 'information',
  since: '0.2.0',
  summary: 'AuthenticationMethods separated by blanks: one of them is enough.',
  references: ['sshd_config(5), AuthenticationMethods'],
  lines: ofKeyword('AuthenticationMethods'),
  *checkLine(placed, snapshot) {
    const { words } = placed.line;
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return;
    if (words.length < 2 || words.some(({ value }) => value.includes(',')) || !isAccepted(placed, snapshot)) return;
    const both = words.map(({ value }) => value).join(',');
    yield {
      range: { start: first.start, end: last.end },
      message: `A blank means or: one of these is enough. If all are to be asked for, write commas: \`${both}\`.`,
      fixes: [{ ...writing({ start: first.start, end: last.end }, both, 'Ask for all of them'), preferred: false }],
    };
  },
});
