// A key exchange with a prime of 2048 bits is in use.
import { algorithmRule } from '../algorithm-rule';

export const smallFiniteField = algorithmRule({
  id: 'small-finite-field',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'A key exchange with a prime of 2048 bits is in use.',
  references: ['sshd_config(5), KexAlgorithms', 'ssh-audit'],
  demands: {
    'ssh-audit': { wants: 'none' },
  },
  keywords: ['KexAlgorithms'],
  finds: (name) => name === 'diffie-hellman-group14-sha256',
  message: (names) => `${names}: a prime of 2048 bits is worth 112 bits. The policy wants group16, group18 or a curve.`,
});
