// HostbasedAuthentication yes, which believes the client machine who its user is.
import { settingRule } from '../setting-rule';

export const hostBasedLogin = settingRule({
  id: 'host-based-login',
  category: 'security',
  severity: 'information',
  since: '0.2.0',
  summary: 'HostbasedAuthentication yes, which believes the client machine who its user is.',
  references: [
    'sshd_config(5), HostbasedAuthentication',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    recommended: { wants: 'no, outside clusters' },
    cis: { wants: 'no' },
    stig: { wants: 'no' },
    'dev-sec': { wants: 'no' },
  },
  keyword: 'HostbasedAuthentication',
  judge: ({ word }) =>
    word === 'yes'
      ? {
          message:
            'sshd believes the client machine who its user is: whoever is root there is everybody here. Write `no` unless a cluster needs it.',
          instead: 'no',
        }
      : undefined,
});
