// Kerberos password login is on, where a guide wants it off.
import { settingRule } from '../setting-rule';

export const kerberosLogin = settingRule({
  id: 'kerberos-login',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'Kerberos password login is on, where a guide wants it off.',
  references: [
    'sshd_config(5), KerberosAuthentication',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    stig: { wants: 'no' },
    'dev-sec': { wants: 'no' },
  },
  keyword: 'KerberosAuthentication',
  judge: ({ word }) =>
    word === 'yes'
      ? { message: 'Kerberos password login is on. The policy wants `no` unless the site has Kerberos.', instead: 'no' }
      : undefined,
});
