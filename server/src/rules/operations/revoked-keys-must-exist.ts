// If the RevokedKeys file cannot be read, no key is accepted.
import { settingRule } from '../setting-rule';

export const revokedKeysMustExist = settingRule({
  id: 'revoked-keys-must-exist',
  category: 'operations',
  severity: 'hint',
  since: '0.2.0',
  summary: 'If the RevokedKeys file cannot be read, no key is accepted.',
  references: ['sshd_config(5), RevokedKeys'],
  keyword: 'RevokedKeys',
  judge: ({ word }) =>
    word === 'none'
      ? undefined
      : {
          message:
            'Should the file be missing or unreadable, sshd refuses every key, and `sshd -t` says nothing of it. Make it, empty if need be, and replace it in one step.',
        },
});
