// A dead-peer window so long that vanished clients hold sessions, terminals and ports for hours or days.

import { durationInWords } from '../../base/duration';
import type { KeepaliveTimeline } from '../../model/keepalive';
import { adviceFor } from '../../model/keepalive-advice';
import { adviceInCode } from '../../model/keepalive-advice-words';
import { defineRule } from '../rule';
import { recommendedFixes } from './recommended-lines';
import { lineToBlame, MANUAL, oncePerLine, setValue, withFixes } from './scopes';

const DAY = 86_400;

/** What the fix aims at, in seconds. */
const REASONABLE = 600;

export const keepaliveWindowTooLong = defineRule({
  id: 'keepalive-window-too-long',
  category: 'keepalive',
  severity: 'information',
  since: '0.1.0',
  summary:
    'Interval and count keep dead clients for so long that their sessions, terminals and forwarded ports pile up.',
  references: [MANUAL],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const { longestWindow } = snapshot.settings.keepalive;
      const { disconnectAfter, probeGap } = scope.timeline;
      const at = lineToBlame(scope, 'ClientAliveCountMax');
      if (
        at === undefined ||
        disconnectAfter === undefined ||
        probeGap === undefined ||
        disconnectAfter <= longestWindow
      )
        return undefined;
      const count = countWithin(scope.timeline, Math.min(REASONABLE, longestWindow));
      const advice = count === undefined ? adviceInCode(adviceFor(snapshot)) : `\`ClientAliveCountMax ${count}\``;
      const message = `A dead client keeps its session, terminal and forwarded ports for ${durationInWords(disconnectAfter)}. Write ${advice}: healthy clients answer by themselves and are not cut off.`;
      const severity = disconnectAfter > DAY ? { severity: 'warning' as const } : {};
      const recommended = scope.block === undefined ? recommendedFixes(snapshot) : [];
      const own = count === undefined ? [] : [setValue(snapshot, scope, 'ClientAliveCountMax', count)];
      return {
        at,
        report: {
          message,
          ...severity,
          ...withFixes(...own, ...recommended.map((fix) => (own.length > 0 ? { ...fix, preferred: false } : fix))),
        },
      };
    }),
});

/** The largest count whose disconnect comes within `goal` seconds; undefined where the interval alone is too long. */
function countWithin({ kind, probeGap = 1 }: KeepaliveTimeline, goal: number): number | undefined {
  const survived = Math.floor(goal / probeGap) - 1;
  if (survived < 1) return undefined;
  return kind === 'halved' ? survived * 2 : survived;
}
