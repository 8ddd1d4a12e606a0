// ssh-dss, a signature with DSA, is accepted.
import { algorithmRule } from '../algorithm-rule';

export const dsaKeyType = algorithmRule({
  id: 'dsa-key-type',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'ssh-dss, a signature with DSA, is accepted.',
  references: ['sshd_config(5), PubkeyAcceptedAlgorithms'],
  keywords: ['PubkeyAcceptedAlgorithms', 'HostKeyAlgorithms', 'HostbasedAcceptedAlgorithms', 'CASignatureAlgorithms'],
  finds: (name, list, { catalog }) => list.written.includes(name) && catalog.since('7.0p1') && /^ssh-dss/.test(name),
  message: (names) =>
    `${names}: DSA keys have 1024 bits and sign with SHA-1. OpenSSH has left them; sshd 9.8 and later refuse the file for the name.`,
});
