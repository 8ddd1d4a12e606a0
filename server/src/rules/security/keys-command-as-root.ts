// AuthorizedKeysCommand runs as root.
import { settingRule } from '../setting-rule';

export const keysCommandAsRoot = settingRule({
  id: 'keys-command-as-root',
  category: 'security',
  severity: 'information',
  since: '0.2.0',
  summary: 'AuthorizedKeysCommand runs as root.',
  references: ['sshd_config(5), AuthorizedKeysCommandUser'],
  keyword: 'AuthorizedKeysCommandUser',
  judge: ({ value }) =>
    value === 'root'
      ? {
          message:
            'The command runs as root, before anybody has logged in, on what a stranger sends. Give it an account of its own that owns nothing else.',
        }
      : undefined,
});
