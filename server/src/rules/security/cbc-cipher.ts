// Ciphers lists a cipher in CBC mode.
import { algorithmRule } from '../algorithm-rule';

export const cbcCipher = algorithmRule({
  id: 'cbc-cipher',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'Ciphers lists a cipher in CBC mode.',
  references: ['sshd_config(5), Ciphers', 'CIS benchmarks, sshd section (by way of ComplianceAsCode)', 'ssh-audit'],
  demands: {
    recommended: { wants: 'none' },
    cis: { wants: 'none' },
    'ssh-audit': { wants: 'none' },
  },
  keywords: ['Ciphers'],
  finds: (name) => /^(aes\d+|rijndael)-cbc/.test(name),
  message: (names) =>
    `${names}: CBC mode leaks under attack, and with an -etm MAC it is open to Terrapin. Use the -ctr or -gcm ciphers.`,
});
