// One ECDSA curve in the list lets all of them in.
import { algorithmRule } from '../algorithm-rule';

export const ecdsaMeansAllCurves = algorithmRule({
  id: 'ecdsa-means-all-curves',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'One ECDSA curve in the list lets all of them in.',
  references: ['sshd_config(5), PubkeyAcceptedAlgorithms', 'CVE-2026-35387'],
  keywords: ['PubkeyAcceptedAlgorithms', 'HostbasedAcceptedAlgorithms'],
  finds: (name, { names }, { catalog }) =>
    !catalog.since('10.3p1') && isEcdsa(name) && names.filter(isEcdsa).length < 3,
  message: (names) =>
    `${names}: before OpenSSH 10.3, one ECDSA name in the list lets keys of every ECDSA curve in (CVE-2026-35387). Leave ECDSA out, or update.`,
});

function isEcdsa(name: string): boolean {
  return /^ecdsa-sha2-nistp\d+$/.test(name);
}
