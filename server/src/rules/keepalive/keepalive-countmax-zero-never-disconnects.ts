// A count of 0 since 8.2: probes without consequence.
import { adviceFor } from '../../model/keepalive-advice';
import { defineRule } from '../rule';
import { MANUAL, oncePerLine, setValue, withFixes } from './scopes';

export const keepaliveCountmaxZeroNeverDisconnects = defineRule({
  id: 'keepalive-countmax-zero-never-disconnects',
  category: 'keepalive',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Since OpenSSH 8.2 ClientAliveCountMax 0 means that dead clients are never cut off.',
  references: [MANUAL, 'https://www.openssh.com/txt/release-8.2'],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const at = scope.countMax.by;
      if (at === undefined || scope.timeline.kind !== 'never-disconnects') return undefined;
      const wished = adviceFor(snapshot).countMax;
      const message = `With ClientAliveCountMax 0 this sshd sends probes but never cuts a dead client off (before OpenSSH 8.2 it cut off every idle client). Write \`${wished}\`; for an idle logout use ChannelTimeout.`;
      return { at, report: { message, ...withFixes(setValue(snapshot, scope, 'ClientAliveCountMax', wished)) } };
    }),
});
