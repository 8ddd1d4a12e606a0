// Fixed-size tables of sshd that overflow: 256 ports in every release, users, groups, names and files up to 7.6, subsystems up to 9.4.
import { sshdWords } from '../../catalog/sshd-words';
import { shortName } from '../../catalog/versions';
import { LIMITED, overflows } from '../../model/effective/start-refusals';
import { rangeInFile } from '../../syntax/tree';
import { isHere } from '../places';
import { defineRule } from '../rule';

export const tooManyValues = defineRule({
  id: 'too-many-values',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: "More values than the tables of the target's sshd hold.",
  references: ['servconf.h: MAX_PORTS and its neighbours'],
  *check(snapshot, { reads }) {
    reads(...LIMITED);
    for (const { limit, at, range } of overflows(snapshot.configuration)) {
      const { keyword, most, gone } = limit;
      // It stops at the first, and that may stand in another file.
      if (!isHere(snapshot, at)) continue;
      yield {
        range: rangeInFile(snapshot.tree, at.placed.lineIndex, range),
        message: `${gone === undefined ? 'sshd' : `Before OpenSSH ${shortName(gone)} sshd`} takes at most ${most} values of ${keyword} and refuses this one. Remove what is not needed.`,
        sshdSays: sshdWords(`${keyword}/too-many`, snapshot.catalog.target),
      };
    }
  },
});
