// A key exchange with SHA-1 is listed.
import { algorithmRule } from '../algorithm-rule';

export const sha1KeyExchange = algorithmRule({
  id: 'sha1-key-exchange',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'A key exchange with SHA-1 is listed.',
  references: [
    'sshd_config(5), KexAlgorithms',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'ssh-audit',
  ],
  demands: {
    recommended: { wants: 'none' },
    cis: { wants: 'none' },
    'ssh-audit': { wants: 'none' },
  },
  keywords: ['KexAlgorithms'],
  finds: (name) => /^diffie-hellman-group.*-sha1$/.test(name),
  message: (names) =>
    `${names}: relies on SHA-1, and group1 on a prime of 1024 bits that large attackers can break. Take it out.`,
});
