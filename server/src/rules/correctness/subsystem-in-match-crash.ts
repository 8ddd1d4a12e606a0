// Subsystem in a Match block while the global section has none: from 9.5 to 10.2 sshd crashes on connections that fit.
import { sectionOf } from '../../model/effective-config';
import type { MatchBlock } from '../../model/file-model';
import { isTaken } from '../../model/repeats';
import { otherFilesCount } from '../elsewhere';
import { endOfGlobalSection } from '../keepalive/new-lines';
import { insertion } from '../line-edits';
import { directiveRange } from '../places';
import { defineRule } from '../rule';

export const subsystemInMatchCrash = defineRule({
  id: 'subsystem-in-match-crash',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Subsystem in Match blocks only, on which sshd from OpenSSH 9.5 to 10.2 crashes.',
  references: ['servconf.c: copy_set_server_options()', 'OpenSSH 10.3 release notes'],
  *check(snapshot, { reads }) {
    reads('Subsystem');
    const { configuration, catalog, tree } = snapshot;
    if (!catalog.since('9.5p1') || catalog.since('10.3p1')) return;
    const lines = configuration.settersOf('Subsystem').filter(({ placed }) => isTaken(placed, snapshot));
    if (lines.some(({ placed }) => placed.active)) return;
    const unsure = otherFilesCount(snapshot);
    const seen = new Set<MatchBlock>();
    for (const { placed, reading } of lines) {
      const block = sectionOf(placed);
      // A line without a command ends the connection before anything can crash.
      if (block === undefined || seen.has(block) || placed.line.words.length < 2) continue;
      seen.add(block);
      if (reading !== snapshot.reading) continue;
      yield {
        range: directiveRange(snapshot, placed),
        message: `From OpenSSH 9.5 to 10.2 sshd crashes on every connection this block fits, because the global section has no Subsystem${unsure ? ' (unless another file has one)' : ''}. Put one there, for example \`Subsystem sftp internal-sftp\`.`,
        ...(unsure ? { severity: 'information' as const } : {}),
        fixes: [
          {
            title: 'Add `Subsystem sftp internal-sftp` to the global section',
            safety: 'unsafe',
            preferred: true,
            edits: [insertion(tree, endOfGlobalSection(snapshot).index, ['Subsystem sftp internal-sftp'])],
          },
        ],
      };
    }
  },
});
