// RekeyLimit with `none` as its time, where another line sets a time: `none` leaves the time open, it does not clear it.
import { timeInSeconds } from '../../catalog/arguments/time';
import type { PlacedDirective } from '../../model/file-model';
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
    for (const placed of lines) {
      const word = placed.line.words[1];
      if (word?.value !== 'none') continue;
      const other = lines.find((one) => sameReach(one, placed) && setsTime(one, snapshot));
      if (other === undefined) continue;
      yield {
        range: rangeInFile(snapshot.tree, placed.lineIndex, word),
        message: `\`none\` leaves the time open, it clears nothing: the time of line ${lineNumber(snapshot, other.lineIndex)} holds. Write \`0\` for no time limit.`,
        related: [{ range: argumentRange(snapshot, other), message: 'The time that holds' }],
      };
    }
  },
});

/** Whether what `other` sets can hold where `none` of `placed` stands: in the same section or the global one. */
function sameReach(other: PlacedDirective, placed: PlacedDirective): boolean {
  return other !== placed && (other.block === placed.block || other.block === undefined);
}

function setsTime({ line }: PlacedDirective, { catalog }: Snapshot): boolean {
  return (timeInSeconds(line.words[1]?.value ?? '', catalog.target.release) ?? 0) > 0;
}
