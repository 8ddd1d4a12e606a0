// Root is shut out, and whoever is let in is confined by a Match block: nobody is left to administer the server.
import type { LetIn } from '../../model/access/access';
import { doubtfulAccess, reportAtLast } from '../lock-out';
import { defineRule } from '../rule';

export const nobodyGetsAShell = defineRule({
  id: 'nobody-gets-a-shell',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'Root is shut out, and everybody else who can log in is confined by a Match block.',
  references: ['sshd_config(5), ForceCommand', 'sshd_config(5), AllowGroups'],
  *check(snapshot, context) {
    const verdicts = doubtfulAccess(snapshot, context)?.verdicts ?? [];
    const letIn = verdicts.flatMap(({ outcome }) => (outcome.kind === 'let-in' ? [outcome] : []));
    if (letIn.length === 0 || !letIn.every(isConfined)) return;
    const confining = letIn.flatMap(linesThatConfine);
    // Who confines everybody, globally, means it.
    if (!confining.every(({ placed }) => placed.conditions.length > 0)) return;
    const lists = verdicts.flatMap(({ outcome }) => (outcome.kind === 'shut-out' ? outcome.by : []));
    yield* reportAtLast(
      snapshot,
      [...confining, ...lists],
      'Nobody gets a shell: root cannot log in, and a Match block confines everybody else who can. Let one account in that can become root, or make sure of a console.',
    );
  },
});

const isConfined = ({ command, folder }: LetIn) => command !== undefined || folder !== undefined;

function linesThatConfine({ by }: LetIn): LetIn['by'] {
  return by.filter(({ placed }) => {
    const slot = placed.directive?.slot;
    return slot === 'ForceCommand' || slot === 'ChrootDirectory';
  });
}
