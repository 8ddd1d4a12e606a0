// A count of 0 before 8.2: the first silence ends the session, answered or not.

import { durationInWords } from '../../base/duration';
import { adviceFor } from '../../model/keepalive-advice';
import { defineRule } from '../rule';
import { MANUAL, oncePerLine, setValue, withFixes } from './scopes';

export const keepaliveCountmaxZeroKillsLiveSessions = defineRule({
  id: 'keepalive-countmax-zero-kills-live-sessions',
  category: 'keepalive',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'Before OpenSSH 8.2 ClientAliveCountMax 0 cuts off every client that is silent for one interval, alive or not.',
  references: [MANUAL, 'https://www.openssh.com/txt/release-8.2'],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const at = scope.countMax.by;
      const { kind, countMax, interval } = scope.timeline;
      if (at === undefined || kind !== 'kicks-live-clients' || countMax !== 0) return undefined;
      const wished = adviceFor(snapshot).countMax;
      const message = `With ClientAliveCountMax 0 this sshd cuts off every client that is silent for ${durationInWords(interval)}, healthy ones too; from OpenSSH 8.2 on the same line cuts off nobody. Write \`${wished}\`.`;
      return { at, report: { message, ...withFixes(setValue(snapshot, scope, 'ClientAliveCountMax', wished)) } };
    }),
});
