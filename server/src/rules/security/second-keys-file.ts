// authorized_keys2 is still read, a forgotten place for keys.
import { settingRule } from '../setting-rule';

export const secondKeysFile = settingRule({
  id: 'second-keys-file',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'authorized_keys2 is still read, a forgotten place for keys.',
  references: ['sshd_config(5), AuthorizedKeysFile'],
  keyword: 'AuthorizedKeysFile',
  judge: ({ value }) =>
    /(^|\/|\s)authorized_keys2(\s|$)/.test(value) || /\.ssh\/authorized_keys2/.test(value)
      ? {
          message:
            'A key in `authorized_keys2` opens the account, and few look there: a good hiding place. Name `.ssh/authorized_keys` alone.',
          instead:
            value
              .split(' ')
              .filter((file) => !/authorized_keys2$/.test(file))
              .join(' ') || '.ssh/authorized_keys',
        }
      : undefined,
});
