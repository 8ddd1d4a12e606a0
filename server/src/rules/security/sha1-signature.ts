// ssh-rsa, a signature with SHA-1, is accepted.
import { algorithmRule } from '../algorithm-rule';

export const sha1Signature = algorithmRule({
  id: 'sha1-signature',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'ssh-rsa, a signature with SHA-1, is accepted.',
  references: ['sshd_config(5), PubkeyAcceptedAlgorithms', 'ssh-audit'],
  demands: {
    recommended: { wants: 'none listed' },
    'ssh-audit': { wants: 'none' },
  },
  keywords: ['PubkeyAcceptedAlgorithms', 'HostKeyAlgorithms', 'HostbasedAcceptedAlgorithms', 'CASignatureAlgorithms'],
  finds: (name, _list, { catalog }) => catalog.since('7.2p1') && /^ssh-rsa(-cert-v01@openssh\.com)?$/.test(name),
  message: (names, keyword) =>
    `${names} is the signature with SHA-1, not the RSA key as such: the same keys sign with rsa-sha2-256 and rsa-sha2-512.${keyword === 'PubkeyAcceptedAlgorithms' ? ' Only clients older than OpenSSH 7.2 need it.' : ' Take it out.'}`,
});
