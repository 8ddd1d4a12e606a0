// Root may log in with a key, where a guide wants no root login at all.
import { settingRule } from '../setting-rule';

export const rootLoginAllowed = settingRule({
  id: 'root-login-allowed',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'Root may log in with a key, where a guide wants no root login at all.',
  references: [
    'sshd_config(5), PermitRootLogin',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'Mozilla OpenSSH guideline, Modern',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    cis: { wants: 'no' },
    stig: { wants: 'no' },
    mozilla: { wants: 'no' },
    'dev-sec': { wants: 'no' },
  },
  keyword: 'PermitRootLogin',
  unset: 'strict',
  judge: ({ word, said }) =>
    word === 'no' || word === 'yes' || word === ''
      ? undefined
      : {
          message: `${said} lets root log in without a password. The policy wants \`no\`: people log in under their own name and change to root there.`,
          instead: 'no',
        },
});
