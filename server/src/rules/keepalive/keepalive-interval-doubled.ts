// OpenSSH 9.2 to 9.4 run every interval twice. A fault of the release, not of the file: so it is information, without a fix.
import { durationInWords } from '../../base/duration';
import { defineRule } from '../rule';
import { lineToBlame, MANUAL, oncePerLine } from './scopes';

export const keepaliveIntervalDoubled = defineRule({
  id: 'keepalive-interval-doubled',
  category: 'keepalive',
  severity: 'information',
  since: '0.1.0',
  summary:
    'OpenSSH 9.2 to 9.4 wait two intervals where one is set, so probes and the disconnect come at double the time.',
  references: [MANUAL, 'https://www.openssh.com/txt/release-9.5'],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const { interval, probeGap, disconnectAfter } = scope.timeline;
      const at = lineToBlame(scope, 'ClientAliveInterval');
      if (at === undefined || probeGap === undefined || probeGap === interval) return undefined;
      const end =
        disconnectAfter === undefined ? '' : ` and cuts a dead client off after ${durationInWords(disconnectAfter)}`;
      const message = `This release runs every interval twice: sshd probes every ${durationInWords(probeGap)}${end}. OpenSSH 9.5 mends it; until then write half of the interval you want.`;
      return { at, report: { message } };
    }),
});
