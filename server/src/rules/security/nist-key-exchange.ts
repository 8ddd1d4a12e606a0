// A key exchange on a NIST curve is in use, where ssh-audit wants none.
import { algorithmRule } from '../algorithm-rule';

export const nistKeyExchange = algorithmRule({
  id: 'nist-key-exchange',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'A key exchange on a NIST curve is in use, where ssh-audit wants none.',
  references: ['sshd_config(5), KexAlgorithms', 'ssh-audit'],
  demands: {
    'ssh-audit': { wants: 'none' },
  },
  keywords: ['KexAlgorithms'],
  finds: (name) => name.includes('nistp'),
  message: (names) => `${names}: ssh-audit distrusts how the constants of the NIST curves were chosen.`,
});
