// AuthorizedKeysCommand hands tokens to a shell.
import { settingRule } from '../setting-rule';

export const shellInKeysCommand = settingRule({
  id: 'shell-in-keys-command',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'AuthorizedKeysCommand hands tokens to a shell.',
  references: ['sshd_config(5), AuthorizedKeysCommand'],
  keyword: 'AuthorizedKeysCommand',
  judge: ({ value }) =>
    /^\S*\/(ba|da|k|z|a)?sh\s+(-\w+\s+)*-\w*c\b/.test(value) && /%[a-zA-Z]/.test(value)
      ? {
          message:
            'sshd does not clean what it puts for the tokens: in a shell command it can become code. Call a program, and give it the tokens as arguments.',
        }
      : undefined,
});
