// The sshd one is about to move to reads the line differently.
import type { Keyword } from '../../catalog/directives';
import { scopedSetting } from '../../model/effective/scoped-setting';
import type { PlacedDirective } from '../../model/file-model';
import { snapshotAt } from '../../model/other-target';
import type { Snapshot } from '../../model/snapshot';
import { restText } from '../accepted-lines';
import { directiveRange, isHere, lineName } from '../places';
import { defineRule, type Report } from '../rule';

export const readDifferentlyAfterUpgrade = defineRule({
  id: 'read-differently-after-upgrade',
  category: 'upgrade',
  severity: 'warning',
  since: '0.2.0',
  summary: 'The sshd one is about to move to reads the line differently.',
  references: ['misc.c: strdelim(), argv_split()', 'servconf.c of both releases'],
  *check(snapshot) {
    const { upgradeTo } = snapshot.settings.rules;
    if (upgradeTo === undefined) return;
    const next = snapshotAt(snapshot, upgradeTo);
    const later = new Map(next.model.directives.map((placed) => [placed.lineIndex, placed]));
    for (const placed of snapshot.model.directives) {
      const other = later.get(placed.lineIndex);
      if (other === undefined || placed.directive?.status !== 'supported' || other.directive?.status !== 'supported')
        continue;
      const [today, tomorrow] = [textOf(placed), textOf(other)];
      if (today !== tomorrow)
        yield {
          range: directiveRange(snapshot, placed),
          message: `Today sshd reads the value \`${today}\`; ${upgradeTo.label} reads \`${tomorrow}\`. Write it so that both agree.`,
        };
    }
    yield* otherDeciders(snapshot, next, upgradeTo.label);
  },
});

function textOf({ directive, line }: PlacedDirective): string {
  return directive?.argument.shape === 'rest-of-line' ? restText(line) : line.words.map(({ value }) => value).join(' ');
}

// Where repeats count otherwise, or a name becomes an alias, another line decides from then on.
function* otherDeciders(snapshot: Snapshot, next: Snapshot, label: string): Iterable<Report> {
  const slots = new Set(snapshot.model.directives.flatMap(({ directive }) => directive?.slot ?? []));
  for (const slot of slots) {
    const [now] = scopedSetting(snapshot.configuration, slot).by;
    const newSlot: Keyword = next.catalog.directive(slot)?.slot ?? slot;
    const setting = scopedSetting(next.configuration, newSlot);
    const [then] = setting.by;
    if (now === undefined || then === undefined || setting.by.length > 1 || !isHere(snapshot, now)) continue;
    if (now.placed.lineIndex === then.placed.lineIndex && now.reading.file.uri === then.reading.file.uri) continue;
    yield {
      range: directiveRange(snapshot, now.placed),
      message: `Today this line decides ${slot}; with ${label} it is ${lineName(snapshot, then)}. Keep one of the two.`,
    };
  }
}
