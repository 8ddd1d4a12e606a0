// TCP forwarding is allowed, where a guide wants it off.
import { settingRule } from '../setting-rule';

export const tcpForwarding = settingRule({
  id: 'tcp-forwarding',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'TCP forwarding is allowed, where a guide wants it off.',
  references: [
    'sshd_config(5), AllowTcpForwarding',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'Lynis SSH-7408',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    cis: { wants: 'no (DisableForwarding)' },
    lynis: { wants: 'no' },
    'dev-sec': { wants: 'no' },
  },
  keyword: 'AllowTcpForwarding',
  unset: 'strict',
  judge: ({ word, said, other }) => {
    if (word === 'no' || /^yes$/i.test(other('DisableForwarding')) || /^none$/i.test(other('PermitOpen')))
      return undefined;
    return {
      message: `${said} makes every login a tunnel into the network. The policy wants \`no\`; that helps only where users have no shell, and breaks remote editors.`,
      instead: 'no',
    };
  },
});
