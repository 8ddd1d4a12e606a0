// RekeyLimit with `none` as its time, where another line sets a time: `none` leaves the time open, it does not clear it.
import { timeInSeconds } from '../../catalog/arguments/time';
import type { DirectiveInFile } from '../../model/configuration';
import { sectionOf } from '../../model/effective-config';
import type { MatchBlock, PlacedDirective } from '../../model/file-model';
import type { Snapshot } from '../../model/snapshot';
import { rangeInFile } from '../../syntax/tree';
import { isAccepted } from '../accepted-lines';
import { lineName, relatedLine } from '../places';
import { defineRule } from '../rule';

export const rekeyLimitNoneClearsNothing = defineRule({
  id: 'rekey-limit-none-clears-nothing',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A RekeyLimit with `none` for its time, although another line sets a time, which then holds.',
  references: ['https://man.openbsd.org/sshd_config#RekeyLimit', 'servconf.c: sRekeyLimit'],
  *check(snapshot, { reads }) {
    reads('RekeyLimit');
    const lines = snapshot.configuration.settersOf('RekeyLimit').filter(({ placed }) => isAccepted(placed, snapshot));
    const times = new Map<MatchBlock | undefined, DirectiveInFile>();
    for (const line of lines) {
      const section = sectionOf(line.placed);
      if (setsTime(line.placed, snapshot) && !times.has(section)) times.set(section, line);
    }
    for (const { placed, reading } of lines) {
      if (reading !== snapshot.reading) continue;
      const word = placed.line.words[1];
      if (word?.value !== 'none') continue;
      const other = times.get(sectionOf(placed)) ?? times.get(undefined);
      if (other === undefined) continue;
      yield {
        range: rangeInFile(snapshot.tree, placed.lineIndex, word),
        message: `\`none\` leaves the time open, it clears nothing: the time of ${lineName(snapshot, other)} holds. Write \`0\` for no time limit.`,
        related: [relatedLine(snapshot, other, 'The time that holds')],
      };
    }
  },
});

function setsTime({ line }: PlacedDirective, { catalog }: Snapshot): boolean {
  return (timeInSeconds(line.words[1]?.value ?? '', catalog.target.release) ?? 0) > 0;
}
