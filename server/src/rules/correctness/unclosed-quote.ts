// A quote that never closes. From 8.7 sshd refuses the line; before, the word vanishes.
import { sshdWords } from '../../catalog/sshd-words';
import { isMisplaced, lineProblems } from '../../model/line-problems';
import { defineRule } from '../rule';

export const unclosedQuote = defineRule({
  id: 'unclosed-quote',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'A quote that never closes.',
  references: ['misc.c: argv_split(), strdelim()'],
  *checkLine(placed, snapshot) {
    const { line, directive } = placed;
    if (line.unclosedQuote === undefined) return;
    if (snapshot.catalog.since('8.7p1')) {
      yield {
        range: line.unclosedQuote,
        soft: true,
        message:
          'The quote that opens here never closes; sshd refuses the line. Close it, or write `\\\'` or `\\"` for the character itself.',
        sshdSays: sshdWords('unclosed-quote', snapshot.catalog.target),
      };
    } else if (
      directive?.status === 'supported' &&
      !isMisplaced(placed) &&
      lineProblems(placed, snapshot.catalog.target).length === 0
    ) {
      yield {
        range: line.unclosedQuote,
        severity: 'warning',
        message: 'The quote that opens here never closes: sshd drops what follows without a word. Close the quote.',
      };
    }
  },
});
