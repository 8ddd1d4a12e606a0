// The crypto policy of the system says this already.
import type { Catalog } from '../../catalog/catalog';
import { defineRule, ofKeyword } from '../rule';

export const cryptoPolicyDecides = defineRule({
  id: 'crypto-policy-decides',
  category: 'operations',
  severity: 'information',
  since: '0.2.0',
  summary: 'The crypto policy of the system says this already.',
  references: ['crypto-policies(7), update-crypto-policies(8)'],
  lines: ofKeyword(
    'Ciphers',
    'MACs',
    'KexAlgorithms',
    'GSSAPIKexAlgorithms',
    'HostKeyAlgorithms',
    'PubkeyAcceptedAlgorithms',
    'PubkeyAcceptedKeyTypes',
    'CASignatureAlgorithms',
  ),
  *checkLine(placed, { catalog }) {
    if (!hasCryptoPolicies(catalog) || placed.block !== undefined) return;
    yield {
      range: placed.line.keyword,
      message: catalog.since('8.7p1')
        ? 'update-crypto-policies sets this through the drop-in 50-redhat.conf: a line read behind it has no effect, one before it takes sshd out of the policy. Use a policy module.'
        : 'update-crypto-policies sets this on the command line of sshd, which wins: the line has no effect. Use a policy module, or CRYPTO_POLICY in /etc/sysconfig/sshd.',
    };
  },
});

function hasCryptoPolicies({ target, since }: Catalog): boolean {
  return target.vendor === 'redhat' && since('8.0p1');
}
