// `AuthenticationMethods any` behind another AuthenticationMethods line: refused from 8.7 to 9.6.
import { sshdWords } from '../../catalog/sshd-words';
import { lateAny } from '../../model/effective/start-refusals';
import { argumentRange, isHere, lineName, relatedLine } from '../places';
import { defineRule } from '../rule';
import { capital } from './repeat-reports';

export const anyAfterMethods = defineRule({
  id: 'any-after-methods',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary:
    '`AuthenticationMethods any` behind an earlier AuthenticationMethods line, which sshd refuses from OpenSSH 8.7 to 9.6.',
  references: ['servconf.c: sAuthenticationMethods'],
  *check(snapshot, { reads }) {
    reads('AuthenticationMethods');
    for (const { at, earlier } of lateAny(snapshot.configuration, ({ placed }) => placed.active)) {
      if (!isHere(snapshot, at)) continue;
      yield {
        range: argumentRange(snapshot, at.placed),
        message: `${capital(lineName(snapshot, earlier))} sets AuthenticationMethods already; from OpenSSH 8.7 to 9.6 sshd then refuses \`any\`, even inside a Match block. Name the methods instead, for example \`publickey password\`: each alone is enough.`,
        sshdSays: sshdWords('authentication-methods/alone', snapshot.catalog.target, {
          written: at.placed.line.keyword.value,
        }),
        related: [relatedLine(snapshot, earlier, 'The earlier line')],
      };
    }
  },
});
