// PerSourcePenalties whose min is above its max: what is cut to max never reaches min.
import { durationInWords } from '../../base/duration';
import { timeInSeconds } from '../../catalog/arguments/time';
import type { DirectiveInFile } from '../../model/configuration';
import type { Snapshot } from '../../model/snapshot';
import type { Word } from '../../syntax/tree';
import { rangeInFile } from '../../syntax/tree';
import { isAccepted } from '../accepted-lines';
import { defineRule } from '../rule';

interface Bound {
  readonly at?: { readonly line: DirectiveInFile; readonly word: Word };
  readonly seconds: number;
}

export const penaltyMinAboveMax = defineRule({
  id: 'penalty-min-above-max',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'PerSourcePenalties with a min above its max, so that penalties which add up never take effect.',
  references: ['https://man.openbsd.org/sshd_config#PerSourcePenalties', 'srclimit.c: srclimit_penalise()'],
  *check(snapshot, { reads }) {
    reads('PerSourcePenalties');
    if (!snapshot.catalog.since('9.8p1')) return;
    const min = bound(snapshot, 'min', 15);
    const max = bound(snapshot, 'max', 600);
    const at = min.at ?? max.at;
    if (at?.line.reading !== snapshot.reading || min.seconds <= max.seconds) return;
    const said = (which: Bound, name: string) =>
      `${name} is ${durationInWords(which.seconds)}${which.at === undefined ? ' by default' : ''}`;
    yield {
      range: rangeInFile(snapshot.tree, at.line.placed.lineIndex, at.word),
      message: `Penalties that add up are cut off at max and count only from min on: ${said(min, 'min')}, ${said(max, 'max')}, so they never count. Set min below max.`,
    };
  },
});

function bound(snapshot: Snapshot, name: string, preset: number): Bound {
  for (const line of snapshot.configuration.settersOf('PerSourcePenalties')) {
    const { placed } = line;
    if (!placed.active || !isAccepted(placed, snapshot)) continue;
    const word = placed.line.words.find((one) => one.value.startsWith(`${name}:`));
    const seconds = timeInSeconds(word?.value.slice(name.length + 1) ?? '', snapshot.catalog.target.release);
    if (word !== undefined && seconds !== undefined) return { at: { line, word }, seconds };
  }
  return { seconds: preset };
}
