// The inlay hints of the keepalive lines that decide: what they make sshd do. Works nothing out.
import { durationInWords } from '../base/duration';
import { blocksWithKeepalive, type EffectiveKeepalive, effectiveKeepalive } from '../model/effective-keepalive';
import type { PlacedDirective } from '../model/file-model';
import { keepaliveInBrief, keepaliveSentences } from '../model/keepalive-words';
import type { FeatureDocument } from './document';
import type { HintPart } from './inlay-values';
import { card, code } from './markdown';

/** What is said behind one keepalive line. */
export interface KeepaliveHint extends HintPart {
  /** Whether the label gives the interval in words. */
  readonly saysInterval: boolean;
}

/** For everyone, and for each shown block that sets one of the two: the block's own lines only. */
export function keepaliveHints(
  { snapshot }: FeatureDocument,
  shown: readonly PlacedDirective[],
): ReadonlyMap<PlacedDirective, KeepaliveHint> {
  const hints = new Map<PlacedDirective, KeepaliveHint>();
  const setters = shown.filter(
    ({ directive }) => directive?.slot === 'ClientAliveInterval' || directive?.slot === 'ClientAliveCountMax',
  );
  if (setters.length === 0) return hints;
  const there = new Set(setters.map(({ block }) => block));
  const blocks = [undefined, ...blocksWithKeepalive(snapshot).filter((block) => there.has(block))];
  for (const block of blocks) {
    const scope = effectiveKeepalive(snapshot, block);
    const own = (by: PlacedDirective | undefined) =>
      scope.block === undefined || by?.block === scope.block ? by : undefined;
    const interval = own(scope.interval.by);
    const countMax = own(scope.countMax.by);
    for (const [line, said] of saidOf(scope, interval, countMax, snapshot.settings.keepalive.natTimeout))
      hints.set(line, said);
  }
  return hints;
}

function* saidOf(
  { timeline, block }: EffectiveKeepalive,
  interval: PlacedDirective | undefined,
  countMax: PlacedDirective | undefined,
  natTimeout: number | undefined,
): Iterable<readonly [PlacedDirective, KeepaliveHint]> {
  if (timeline === undefined) return;
  const head = `**Keepalive** ${code(`${timeline.interval} s, ${timeline.countMax} probes`)}${block === undefined ? '' : ' in this Match block'}`;
  const tooltip = card({ head, here: keepaliveSentences(timeline, natTimeout) });
  const brief: KeepaliveHint = { label: keepaliveInBrief(timeline), tooltip, saysInterval: false };
  const { probeGap } = timeline;
  // With both lines there, each tells its own part. Without probes the count has nothing to tell.
  const shared = interval !== undefined && countMax !== undefined;
  if (shared && probeGap !== undefined) {
    yield [
      interval,
      {
        label: `first probe after ${durationInWords(probeGap)}`,
        tooltip,
        saysInterval: probeGap === timeline.interval,
      },
    ];
    yield [countMax, brief];
  } else if (interval !== undefined) yield [interval, brief];
  else if (countMax !== undefined && timeline.kind !== 'off') yield [countMax, brief];
}
