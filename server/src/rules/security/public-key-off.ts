// PubkeyAuthentication no, which takes the strongest way in away.
import { settingRule } from '../setting-rule';

export const publicKeyOff = settingRule({
  id: 'public-key-off',
  category: 'security',
  severity: 'information',
  since: '0.2.0',
  summary: 'PubkeyAuthentication no, which takes the strongest way in away.',
  references: [
    'sshd_config(5), PubkeyAuthentication',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    recommended: { wants: 'yes' },
    stig: { wants: 'yes' },
    'dev-sec': { wants: 'yes' },
  },
  keyword: 'PubkeyAuthentication',
  judge: ({ word }) =>
    word === 'no'
      ? {
          message:
            'Keys cannot be guessed, and this switches them off: what is left are mostly passwords. Write `yes`.',
          instead: 'yes',
        }
      : undefined,
});
