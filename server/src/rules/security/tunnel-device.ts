// PermitTunnel is on: clients may build a network tunnel.
import { settingRule } from '../setting-rule';

export const tunnelDevice = settingRule({
  id: 'tunnel-device',
  category: 'security',
  severity: 'information',
  since: '0.2.0',
  summary: 'PermitTunnel is on: clients may build a network tunnel.',
  references: ['sshd_config(5), PermitTunnel', 'Lynis SSH-7408', 'dev-sec ssh-baseline and ssh_hardening'],
  demands: {
    recommended: { wants: 'no, if unused' },
    lynis: { wants: 'no' },
    'dev-sec': { wants: 'no' },
  },
  keyword: 'PermitTunnel',
  judge: ({ word, value }) =>
    word === 'no'
      ? undefined
      : {
          message: `\`${value}\` lets clients join networks through a tun device: no firewall rule for ports sees what goes through. Write \`no\` unless it is used.`,
          instead: 'no',
        },
});
