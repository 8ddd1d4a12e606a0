// GSSAPI login is on, where a guide wants it off.
import { settingRule } from '../setting-rule';

export const gssapiLogin = settingRule({
  id: 'gssapi-login',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'GSSAPI login is on, where a guide wants it off.',
  references: [
    'sshd_config(5), GSSAPIAuthentication',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    cis: { wants: 'no' },
    stig: { wants: 'no' },
    'dev-sec': { wants: 'no' },
  },
  keyword: 'GSSAPIAuthentication',
  judge: ({ word }) =>
    word === 'yes'
      ? { message: 'GSSAPI login is on. The policy wants `no` unless the site has Kerberos.', instead: 'no' }
      : undefined,
});
