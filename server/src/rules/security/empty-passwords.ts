// PermitEmptyPasswords yes, which opens accounts without a password to everybody.
import { settingRule } from '../setting-rule';

export const emptyPasswords = settingRule({
  id: 'empty-passwords',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'PermitEmptyPasswords yes, which opens accounts without a password to everybody.',
  references: ['sshd_config(5), PermitEmptyPasswords'],
  keyword: 'PermitEmptyPasswords',
  judge: ({ word }) =>
    word === 'yes'
      ? {
          message:
            'Accounts without a password are open to everybody who knows their name. Write `no`, or give the account a key.',
          instead: 'no',
        }
      : undefined,
});
