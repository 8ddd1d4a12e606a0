// Interval times count is not when sshd gives up: the first wait comes on top. Every healthy file has that, so it is told only where all is asked for.
import { durationInWords } from '../../base/duration';
import { type KeepaliveValues, keepaliveTimeline } from '../../model/keepalive';
import { adviceLines } from '../../model/keepalive-advice-words';
import type { Snapshot } from '../../model/snapshot';
import { isAccepted } from '../accepted-lines';
import { defineRule, type Fix } from '../rule';
import { blockFix } from './block-lines';
import { fixFor } from './recommended-lines';
import { type JudgedKeepalive, lineToBlame, MANUAL, oncePerLine, withFixes } from './scopes';

const PICKS: readonly KeepaliveValues[] = [
  { interval: 30, countMax: 4 },
  { interval: 60, countMax: 3 },
  { interval: 120, countMax: 3 },
];

export const keepaliveDisconnectArithmetic = defineRule({
  id: 'keepalive-disconnect-arithmetic',
  category: 'keepalive',
  severity: 'information',
  since: '0.2.0',
  summary: 'A dead client is cut off after interval x (count + 1), one interval later than interval x count suggests.',
  references: [MANUAL],
  demands: {},
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const { kind, interval, countMax, disconnectAfter } = scope.timeline;
      const at = lineToBlame(scope, 'ClientAliveInterval');
      if (at === undefined || kind !== 'normal' || disconnectAfter === undefined) return undefined;
      if (!isAccepted(at, snapshot)) return undefined;
      const product = durationInWords(interval * countMax);
      const message = `sshd gives up on a silent client ${durationInWords(disconnectAfter)} after its last byte, not after ${product} (${interval} s x ${countMax}): one interval passes before the first probe goes out.`;
      return { at, report: { message, ...withFixes(...picks(snapshot, scope)) } };
    }),
});

function picks(snapshot: Snapshot, { block, timeline }: JudgedKeepalive): readonly (Fix | undefined)[] {
  const others = PICKS.filter(
    ({ interval, countMax }) => interval !== timeline.interval || countMax !== timeline.countMax,
  );
  return others.map((pick) => {
    const { disconnectAfter = 0 } = keepaliveTimeline(pick, snapshot.catalog.target.release);
    const title = `Use ${adviceLines(pick).join(', ')} (cut off after ${durationInWords(disconnectAfter)})`;
    if (block !== undefined) return blockFix(snapshot, block, pick, title);
    const fix = fixFor(snapshot, pick, 'all-but-match-blocks', title);
    return fix && { ...fix, safety: 'unsafe' };
  });
}
