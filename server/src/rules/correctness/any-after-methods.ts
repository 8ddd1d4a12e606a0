// `AuthenticationMethods any` behind another AuthenticationMethods line: refused from 8.7 to 9.7.
import { sshdWords } from '../../catalog/sshd-words';
import { argumentRange, lineNumber } from '../places';
import { defineRule } from '../rule';

export const anyAfterMethods = defineRule({
  id: 'any-after-methods',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary:
    '`AuthenticationMethods any` behind an earlier AuthenticationMethods line, which sshd refuses from OpenSSH 8.7 to 9.7.',
  references: ['servconf.c: sAuthenticationMethods'],
  *check(snapshot) {
    if (!snapshot.catalog.since('8.7p1') || snapshot.catalog.since('9.8p1')) return;
    const lines = snapshot.model.settersOf('AuthenticationMethods');
    const first = lines.find((one) => one.active && one.line.words.length > 0);
    if (first === undefined) return;
    for (const placed of lines) {
      if (placed.lineIndex <= first.lineIndex || placed.line.words[0]?.value !== 'any') continue;
      yield {
        range: argumentRange(snapshot, placed),
        message: `Line ${lineNumber(snapshot, first.lineIndex)} sets AuthenticationMethods already; from OpenSSH 8.7 to 9.7 sshd then refuses \`any\`, even inside a Match block. Name the methods instead, for example \`publickey password\`: each alone is enough.`,
        sshdSays: sshdWords('authentication-methods/alone', snapshot.catalog.target, {
          written: placed.line.keyword.value,
        }),
        related: [{ range: argumentRange(snapshot, first), message: 'The earlier line' }],
      };
    }
  },
});
