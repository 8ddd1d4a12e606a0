// Finite-field key exchange is listed although OpenSSH has left it.
import { algorithmRule } from '../algorithm-rule';

export const slowKeyExchange = algorithmRule({
  id: 'slow-key-exchange',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'Finite-field key exchange is listed although OpenSSH has left it.',
  references: ['sshd_config(5), KexAlgorithms'],
  keywords: ['KexAlgorithms'],
  finds: (name, _list, { catalog }) => catalog.since('10.0p1') && /^diffie-hellman-.*-sha(256|512)$/.test(name),
  message: (names) =>
    `${names}: slow to compute for the server, and no safer than curve25519. OpenSSH 10.0 took it out of its default; list it only for clients that know nothing else.`,
});
