// A dead-peer window so short that a few lost packets end a healthy session.
import { durationInWords } from '../../base/duration';
import type { KeepaliveTimeline } from '../../model/keepalive';
import { defineRule } from '../rule';
import { lineToBlame, MANUAL, oncePerLine, setValue, withFixes } from './scopes';

/** Long enough for a change of network or a short sleep, in seconds. */
const COMFORTABLE = 120;

export const keepaliveWindowTooShort = defineRule({
  id: 'keepalive-window-too-short',
  category: 'keepalive',
  severity: 'information',
  since: '0.1.0',
  summary: 'Interval and count cut a silent client off so soon that a short network gap ends healthy sessions.',
  references: [MANUAL],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const { shortestWindow } = snapshot.settings.keepalive;
      const { disconnectAfter, probeGap } = scope.timeline;
      const at = lineToBlame(scope, 'ClientAliveInterval');
      // Without a probe gap live clients are cut off on purpose or by a fault; other rules speak of that.
      if (
        at === undefined ||
        disconnectAfter === undefined ||
        probeGap === undefined ||
        disconnectAfter >= shortestWindow
      )
        return undefined;
      const count = countFor(scope.timeline, Math.max(COMFORTABLE, shortestWindow));
      const message = `sshd cuts a client off after ${durationInWords(disconnectAfter)} of silence: a change of network or a short sleep ends a healthy session. Write \`ClientAliveCountMax ${count}\` to bear ${durationInWords(Math.max(COMFORTABLE, shortestWindow))}.`;
      const severity = disconnectAfter * 3 < shortestWindow ? { severity: 'warning' as const } : {};
      return {
        at,
        report: { message, ...severity, ...withFixes(setValue(snapshot, scope, 'ClientAliveCountMax', count)) },
      };
    }),
});

/** The smallest count whose disconnect comes after `goal` seconds or more. */
function countFor({ kind, probeGap = 1 }: KeepaliveTimeline, goal: number): number {
  const survived = Math.max(1, Math.ceil(goal / probeGap) - 1);
  return kind === 'halved' ? survived * 2 : survived;
}
