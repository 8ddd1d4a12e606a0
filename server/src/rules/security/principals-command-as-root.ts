// AuthorizedPrincipalsCommand runs as root.
import { settingRule } from '../setting-rule';

export const principalsCommandAsRoot = settingRule({
  id: 'principals-command-as-root',
  category: 'security',
  severity: 'information',
  since: '0.2.0',
  summary: 'AuthorizedPrincipalsCommand runs as root.',
  references: ['sshd_config(5), AuthorizedPrincipalsCommandUser'],
  keyword: 'AuthorizedPrincipalsCommandUser',
  judge: ({ value }) =>
    value === 'root'
      ? {
          message:
            'The command runs as root, before anybody has logged in, on what a stranger sends. Give it an account of its own that owns nothing else.',
        }
      : undefined,
});
