// Two subsystems of one name: sshd refuses the second up to 9.4.

import { sshdWords } from '../../catalog/sshd-words';
import type { PlacedDirective } from '../../model/file-model';
import { directiveRange, lineNumber } from '../places';
import { defineRule } from '../rule';

export const subsystemDefinedTwice = defineRule({
  id: 'subsystem-defined-twice',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'A second Subsystem of the same name, which sshd refuses up to OpenSSH 9.4.',
  references: ['servconf.c: sSubsystem', 'OpenSSH 9.5 release notes'],
  *check(snapshot) {
    if (snapshot.catalog.since('9.5p1')) return;
    const first = new Map<string, PlacedDirective>();
    for (const placed of snapshot.model.settersOf('Subsystem')) {
      const name = placed.line.words[0]?.value ?? '';
      const earlier = first.get(name);
      if (!placed.active || name === '') continue;
      if (earlier === undefined) first.set(name, placed);
      else {
        yield {
          range: directiveRange(snapshot, placed),
          message: `The subsystem \`${name}\` is there already, from line ${lineNumber(snapshot, earlier.lineIndex)}; before OpenSSH 9.5 sshd refuses a second one. Keep one of the two.`,
          sshdSays: sshdWords('subsystem-defined-twice', snapshot.catalog.target, { element: name }),
          related: [{ range: directiveRange(snapshot, earlier), message: 'The first definition' }],
        };
      }
    }
  },
});
