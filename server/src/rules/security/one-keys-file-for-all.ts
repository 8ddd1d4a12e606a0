// One file of keys opens every account.
import { settingRule } from '../setting-rule';

export const oneKeysFileForAll = settingRule({
  id: 'one-keys-file-for-all',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'One file of keys opens every account.',
  references: ['sshd_config(5), AuthorizedKeysFile'],
  keyword: 'AuthorizedKeysFile',
  judge: ({ value, block }) => {
    const shared = value
      .split(' ')
      .find((file) => /^(\/|[A-Za-z]:|__PROGRAMDATA__)/.test(file) && !/%[uhU]/.test(file));
    return shared === undefined || block !== undefined
      ? undefined
      : {
          message: `Every key in \`${shared}\` opens every account, root's included where root may log in. Put the user's name into the path: \`%u\`.`,
        };
  },
});
