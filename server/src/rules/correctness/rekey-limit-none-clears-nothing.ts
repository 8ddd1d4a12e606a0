// RekeyLimit with `none` as its time, where another line sets a time: `none` leaves the time open, it does not clear it.
import { timeInSeconds } from '../../catalog/arguments/time';
import type { MatchBlock, PlacedDirective } from '../../model/file-model';
import type { Snapshot } from '../../model/snapshot';
import { rangeInFile } from '../../syntax/tree';
import { isAccepted } from '../accepted-lines';
import { argumentRange, lineNumber } from '../places';
import { defineRule } from '../rule';

export const rekeyLimitNoneClearsNothing = defineRule({
  id: 'rekey-limit-none-clears-nothing',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A RekeyLimit with `none` for its time, although another line sets a time, which then holds.',
  references: ['https://man.openbsd.org/sshd_config#RekeyLimit', 'servconf.c: sRekeyLimit'],
  *check(snapshot) {
    const lines = snapshot.model.settersOf('RekeyLimit').filter((one) => isAccepted(one, snapshot));
    const times = new Map<MatchBlock | undefined, PlacedDirective>();
    for (const one of lines) if (setsTime(one, snapshot) && !times.has(one.block)) times.set(one.block, one);
    for (const placed of lines) {
      const word = placed.line.words[1];
      if (word?.value !== 'none') continue;
      const other = times.get(placed.block) ?? times.get(undefined);
      if (other === undefined) continue;
      yield {
        range: rangeInFile(snapshot.tree, placed.lineIndex, word),
        message: `\`none\` leaves the time open, it clears nothing: the time of line ${lineNumber(snapshot, other.lineIndex)} holds. Write \`0\` for no time limit.`,
        related: [{ range: argumentRange(snapshot, other), message: 'The time that holds' }],
      };
    }
  },
});

function setsTime({ line }: PlacedDirective, { catalog }: Snapshot): boolean {
  return (timeInSeconds(line.words[1]?.value ?? '', catalog.target.release) ?? 0) > 0;
}
