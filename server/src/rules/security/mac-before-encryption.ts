// A MAC that covers the text before its encryption is in use.
import { algorithmRule } from '../algorithm-rule';

export const macBeforeEncryption = algorithmRule({
  id: 'mac-before-encryption',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'A MAC that covers the text before its encryption is in use.',
  references: ['sshd_config(5), MACs', 'ssh-audit'],
  demands: {
    'ssh-audit': { wants: 'only -etm' },
  },
  keywords: ['MACs'],
  finds: (name) => !name.includes('-etm@') && /^(hmac-sha2|umac-128)/.test(name),
  message: (names) => `${names}: covers the text before encryption. ssh-audit wants the -etm forms.`,
});
