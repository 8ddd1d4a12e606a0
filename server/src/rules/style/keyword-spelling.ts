// A keyword is not spelt as the manual has it.
import { writing } from '../accepted-lines';
import { defineRule } from '../rule';

export const keywordSpelling = defineRule({
  id: 'keyword-spelling',
  category: 'style',
  severity: 'hint',
  since: '0.2.0',
  summary: 'A keyword is not spelt as the manual has it.',
  references: ['sshd_config(5)'],
  demands: {},
  *checkLine({ directive, line }) {
    const { value } = line.keyword;
    if (directive === undefined || value === directive.keyword || line.keyword.quoted) return;
    yield {
      range: line.keyword,
      message: `The manual writes \`${directive.keyword}\`. sshd takes any case; people who search do not find it.`,
      fixes: [{ ...writing(line.keyword, directive.keyword), safety: 'safe' }],
    };
  },
});
