// PrintLastLog no, so nobody sees that somebody else has used their account.
import { settingRule } from '../setting-rule';

export const lastLoginHidden = settingRule({
  id: 'last-login-hidden',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'PrintLastLog no, so nobody sees that somebody else has used their account.',
  references: [
    'sshd_config(5), PrintLastLog',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'Lynis SSH-7408',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    stig: { wants: 'yes' },
    lynis: { wants: 'yes' },
    'dev-sec': 'off',
  },
  keyword: 'PrintLastLog',
  judge: ({ word }) =>
    word === 'no'
      ? {
          message: 'Users no longer see when and from where they logged in last. The policy wants `yes`.',
          instead: 'yes',
        }
      : undefined,
});
