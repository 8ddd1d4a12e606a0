// Two subsystems of one name: sshd refuses the second up to 9.4.

import { sshdWords } from '../../catalog/sshd-words';
import { doubleSubsystems } from '../../model/effective/start-refusals';
import { directiveRange, isHere, lineName, relatedLine } from '../places';
import { defineRule } from '../rule';

export const subsystemDefinedTwice = defineRule({
  id: 'subsystem-defined-twice',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'A second Subsystem of the same name, which sshd refuses up to OpenSSH 9.4.',
  references: ['servconf.c: sSubsystem', 'OpenSSH 9.5 release notes'],
  *check(snapshot, { reads }) {
    reads('Subsystem');
    for (const { at, earlier, name } of doubleSubsystems(snapshot.configuration)) {
      if (!isHere(snapshot, at)) continue;
      yield {
        range: directiveRange(snapshot, at.placed),
        message: `The subsystem \`${name}\` is there already, from ${lineName(snapshot, earlier)}; before OpenSSH 9.5 sshd refuses a second one. Keep one of the two.`,
        sshdSays: sshdWords('subsystem-defined-twice', snapshot.catalog.target, { element: name }),
        related: [relatedLine(snapshot, earlier, 'The first definition')],
      };
    }
  },
});
