// The lists leave the connection open to the Terrapin attack.
import { shortName } from '../../catalog/versions';
import { listInForce } from '../algorithm-rule';
import { argumentRange, isHere } from '../places';
import { defineRule } from '../rule';
import { isWhole, startOf } from '../setting-rule';

export const terrapin = defineRule({
  id: 'terrapin',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'The lists leave the connection open to the Terrapin attack.',
  references: [
    'CVE-2023-48795, terrapin-attack.com',
    'sshd_config(5), Ciphers',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'ssh-audit',
  ],
  demands: {
    recommended: { wants: 'no chacha20 or CBC with -etm, before 9.6' },
    cis: { wants: 'the same, default included' },
    'ssh-audit': { wants: 'the same, default included' },
  },
  *check(snapshot, { strict, reads }) {
    reads('Ciphers', 'MACs');
    const { target, since } = snapshot.catalog;
    if (since('9.6p1') || (target.vendor !== undefined && !strict)) return;
    const ciphers = listInForce(snapshot, 'Ciphers');
    const macs = listInForce(snapshot, 'MACs');
    const etm = macs.names.some((name) => name.includes('-etm@'));
    const open = ciphers.names.filter((name) => name.startsWith('chacha20') || (etm && name.endsWith('-cbc')));
    if (open.length === 0) return;
    const { line } = ciphers;
    if (line === undefined ? !(strict && isWhole(snapshot)) : !isHere(snapshot, line)) return;
    const names = open.map((name) => `\`${name}\``).join(', ');
    yield {
      range: line === undefined ? startOf(snapshot) : argumentRange(snapshot, line.placed),
      message: `${names} lets somebody on the way cut the first messages off unseen (Terrapin, CVE-2023-48795): OpenSSH ${shortName(target.release)} has no strict key exchange. Update to 9.6, or take it out.`,
    };
  },
});
