// No banner is shown before the login, where a guide wants one.
import { settingRule } from '../setting-rule';

export const noBanner = settingRule({
  id: 'no-banner',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'No banner is shown before the login, where a guide wants one.',
  references: [
    'sshd_config(5), Banner',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
  ],
  demands: {
    cis: { wants: 'a file' },
    stig: { wants: 'a file' },
  },
  keyword: 'Banner',
  unset: 'strict',
  judge: ({ word, said }) =>
    word === 'none' || word === ''
      ? {
          message: `${said} shows no notice before the login. The policy wants one: name the file, as /etc/issue.net.`,
          instead: '/etc/issue.net',
        }
      : undefined,
});
