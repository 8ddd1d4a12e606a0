// A list directive with nothing in it: most were accepted before 9.8, and without effect.
import { isAccepted } from '../accepted-lines';
import { defineRule } from '../rule';

export const emptyListIgnored = defineRule({
  id: 'empty-list-ignored',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A list with nothing in it, which sshd accepts and ignores.',
  references: ['https://www.openssh.com/txt/release-9.8', 'servconf.c: sAllowUsers'],
  lines: ({ argument }) => argument.shape === 'words' && argument.name !== 'match',
  *checkLine(placed, snapshot) {
    const { directive, line } = placed;
    if (directive === undefined || line.unclosedQuote !== undefined) return;
    if ((line.words[0]?.value ?? '') !== '') return;
    if (!isAccepted(placed, snapshot)) return;
    yield {
      range: line.keyword,
      message: `Nothing stands behind ${directive.keyword}. sshd accepts the line and ignores it. Write the list, or remove the line.`,
    };
  },
});
