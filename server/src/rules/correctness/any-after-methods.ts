// `AuthenticationMethods any` behind another AuthenticationMethods line: refused from 8.7 to 9.7.
import { sshdWords } from '../../catalog/sshd-words';
import { argumentRange, isHere, lineName, relatedLine } from '../places';
import { defineRule } from '../rule';
import { capital } from './repeat-reports';

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
    const lines = snapshot.configuration.settersOf('AuthenticationMethods');
    const at = lines.findIndex(({ placed }) => placed.active && placed.line.words.length > 0);
    const first = lines[at];
    if (first === undefined) return;
    for (const line of lines.slice(at + 1)) {
      const { placed } = line;
      if (!isHere(snapshot, line) || placed.line.words[0]?.value !== 'any') continue;
      yield {
        range: argumentRange(snapshot, placed),
        message: `${capital(lineName(snapshot, first))} sets AuthenticationMethods already; from OpenSSH 8.7 to 9.7 sshd then refuses \`any\`, even inside a Match block. Name the methods instead, for example \`publickey password\`: each alone is enough.`,
        sshdSays: sshdWords('authentication-methods/alone', snapshot.catalog.target, {
          written: placed.line.keyword.value,
        }),
        related: [relatedLine(snapshot, first, 'The earlier line')],
      };
    }
  },
});
