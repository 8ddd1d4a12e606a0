// Ciphers lists a cipher that is broken.
import { algorithmRule } from '../algorithm-rule';

export const brokenCipher = algorithmRule({
  id: 'broken-cipher',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'Ciphers lists a cipher that is broken.',
  references: ['sshd_config(5), Ciphers', 'CIS benchmarks, sshd section (by way of ComplianceAsCode)', 'ssh-audit'],
  demands: {
    recommended: { wants: 'none' },
    cis: { wants: 'none' },
    'ssh-audit': { wants: 'none' },
  },
  keywords: ['Ciphers'],
  finds: (name) => /^(3des-cbc|arcfour|blowfish-cbc|cast128-cbc)/.test(name),
  message: (names) => {
    const why = [
      ...(names.includes('arcfour') ? ['RC4 is broken'] : []),
      ...(/3des|blowfish|cast/.test(names) ? ['blocks of 64 bits leak in long sessions'] : []),
    ];
    return `${names}: ${why.join(', and ')}. Take it out; every client of this century knows AES.`;
  },
});
