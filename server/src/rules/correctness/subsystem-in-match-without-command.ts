// Subsystem without a command in a Match block: from 9.5 to 10.2 `sshd -t` passes it and connections end.
import { isTaken } from '../../model/repeats';
import { directiveRange } from '../places';
import { defineRule } from '../rule';

export const subsystemInMatchWithoutCommand = defineRule({
  id: 'subsystem-in-match-without-command',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'Subsystem without a command in a Match block, which sshd from OpenSSH 9.5 to 10.2 notices at the log-in only.',
  references: ['servconf.c: sSubsystem', 'OpenSSH 10.3 release notes'],
  *check(snapshot, { reads }) {
    reads('Subsystem');
    const { model, catalog } = snapshot;
    if (!catalog.since('9.5p1') || catalog.since('10.3p1')) return;
    for (const placed of model.settersOf('Subsystem')) {
      const [name, command] = placed.line.words;
      if (placed.active || !isTaken(placed, snapshot) || (command !== undefined && command.value !== '')) continue;
      yield {
        range: directiveRange(snapshot, placed),
        message: `\`sshd -t\` passes this line, but sshd ends every connection the block fits: behind the name \`${name?.value}\` a command is missing. Write, for example, \`Subsystem sftp internal-sftp\`.`,
      };
    }
  },
});
