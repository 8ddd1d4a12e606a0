// MaxAuthTries 1 or 2 shuts out people with several keys.
import { settingRule } from '../setting-rule';

export const fewAuthTries = settingRule({
  id: 'few-auth-tries',
  category: 'operations',
  severity: 'information',
  since: '0.2.0',
  summary: 'MaxAuthTries 1 or 2 shuts out people with several keys.',
  references: ['sshd_config(5), MaxAuthTries', 'dev-sec ssh-baseline and ssh_hardening'],
  demands: {
    recommended: { wants: 'at least 3' },
    'dev-sec': 'off',
  },
  keyword: 'MaxAuthTries',
  judge: ({ value }) =>
    Number(value) === 1 || Number(value) === 2
      ? {
          message:
            'Each key that an agent offers counts as a try: whoever has more is cut off with "Too many authentication failures". Write `4`.',
          instead: '4',
        }
      : undefined,
});
