// A list of Match Address that sshd before 8.4 finds wrong only when a connection comes, and then ends that connection.
import { addressListProblem, valueRange } from '../../catalog/arguments/address-list';
import { matchLists } from '../../model/match-lists';
import { rangeInFile } from '../../syntax/tree';
import { defineRule } from '../rule';

export const matchAddressBreaksConnections = defineRule({
  id: 'match-address-breaks-connections',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'An address list that sshd before OpenSSH 8.4 accepts at start and trips over at every connection.',
  references: ['servconf.c: match_cfg_line()', 'addrmatch.c: addr_match_list()', 'OpenSSH 8.4 release notes'],
  *check(snapshot, { reads }) {
    reads('Match');
    if (snapshot.catalog.since('8.4p1')) return;
    for (const { block, written } of matchLists(snapshot)) {
      const { value, criterion } = written;
      if (criterion.argument !== 'addresses' || value === undefined) continue;
      const problem = addressListProblem(value.value, snapshot.catalog.target.release);
      if (problem === undefined) continue;
      const { instead } = problem;
      const range = rangeInFile(snapshot.tree, block.header.lineIndex, valueRange(value));
      yield {
        range,
        message: `Before OpenSSH 8.4 \`sshd -t\` passes this list, but sshd ends every connection when it comes to read it, so nobody gets in. An element is empty, has a mask that is too long, or bits set behind its mask.${instead === undefined ? '' : ` Write \`${instead}\`.`}`,
        fixes:
          instead === undefined
            ? []
            : [
                {
                  title: `Change to \`${instead}\``,
                  safety: 'unsafe',
                  preferred: true,
                  edits: [{ ...range, newText: instead }],
                },
              ],
      };
    }
  },
});
