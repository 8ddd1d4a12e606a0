// Without local forwarding, remote editors cannot connect.
import { settingRule } from '../setting-rule';

export const remoteEditorsShutOut = settingRule({
  id: 'remote-editors-shut-out',
  category: 'operations',
  severity: 'hint',
  since: '0.2.0',
  summary: 'Without local forwarding, remote editors cannot connect.',
  references: [
    'sshd_config(5), AllowTcpForwarding',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'Lynis SSH-7408',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    recommended: { wants: 'local or yes, for developers', severity: 'hint' },
    cis: 'off',
    lynis: 'off',
    'dev-sec': 'off',
  },
  keyword: 'AllowTcpForwarding',
  judge: ({ word, block }) =>
    block === undefined && (word === 'no' || word === 'remote')
      ? {
          message:
            'VS Code Remote and other remote tools forward a local port and fail with this. Where developers log in, write `local` in a Match block for them.',
        }
      : undefined,
});
