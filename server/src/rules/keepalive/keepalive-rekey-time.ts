// A RekeyLimit with a time beside keepalives, before 8.0.
import { effectiveKeepalive } from '../../model/effective-keepalive';
import { settingRule } from '../setting-rule';

export const keepaliveRekeyTime = settingRule({
  id: 'keepalive-rekey-time',
  category: 'keepalive',
  severity: 'information',
  since: '0.2.0',
  summary:
    'Before OpenSSH 8.0 a RekeyLimit with a time upsets the keepalive: probes are left out or healthy clients cut off.',
  references: ['https://www.openssh.com/txt/release-7.3', 'https://www.openssh.com/txt/release-8.0'],
  keyword: 'RekeyLimit',
  alsoReads: ['ClientAliveInterval', 'ClientAliveCountMax', 'TCPKeepAlive'],
  judge: ({ value, snapshot, block }) => {
    const { catalog } = snapshot;
    if (catalog.since('8.0p1')) return undefined;
    const [, time = 'none'] = value.split(/\s+/);
    const { timeline } = effectiveKeepalive(snapshot, block);
    if (timeline === undefined || timeline.kind === 'off') return undefined;
    if (time.toLowerCase() === 'none' || !/[1-9]/.test(time)) return undefined;
    const fault = catalog.since('7.3p1')
      ? 'may cut healthy clients off while keys are renewed'
      : 'sends no probes at all when keys are renewed by time';
    return {
      message: `This release ${fault}: the time of RekeyLimit and ClientAliveInterval share one timer. Leave the time out until OpenSSH 8.0.`,
      instead: value.split(/\s+/)[0] ?? 'default',
    };
  },
});
