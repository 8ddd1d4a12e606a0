// An interval of a few seconds that no path asks for.
import { durationInWords } from '../../base/duration';
import { adviceFor } from '../../model/keepalive-advice';
import { defineRule } from '../rule';
import { lineToBlame, MANUAL, oncePerLine, setValue, withFixes } from './scopes';

/** Seconds between probes that nobody should mind. */
const SELDOM = 15;

export const keepaliveIntervalChatty = defineRule({
  id: 'keepalive-interval-chatty',
  category: 'keepalive',
  severity: 'hint',
  since: '0.2.0',
  summary: 'Probes every few seconds wake sleeping clients and help against no usual NAT.',
  references: [MANUAL],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const at = lineToBlame(scope, 'ClientAliveInterval');
      const { probeGap, disconnectAfter = Infinity } = scope.timeline;
      // Of a window that is too short another rule speaks.
      if (disconnectAfter < snapshot.settings.keepalive.shortestWindow) return undefined;
      const { interval } = adviceFor(snapshot);
      // A path that is named may need it.
      if (at === undefined || probeGap === undefined || probeGap >= SELDOM || interval < SELDOM) return undefined;
      const day = Math.floor(86_400 / probeGap);
      const message = `A probe every ${durationInWords(probeGap)} is ${day} a day for each idle session, and wakes phones and laptops each time. \`ClientAliveInterval ${interval}\` is often enough; bear more lost probes with a larger ClientAliveCountMax.`;
      return { at, report: { message, ...withFixes(setValue(snapshot, scope, 'ClientAliveInterval', interval)) } };
    }),
});
