// MACs lists one that relies on an obsolete hash.
import { algorithmRule } from '../algorithm-rule';

export const brokenMac = algorithmRule({
  id: 'broken-mac',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'MACs lists one that relies on an obsolete hash.',
  references: ['sshd_config(5), MACs', 'CIS benchmarks, sshd section (by way of ComplianceAsCode)', 'ssh-audit'],
  demands: {
    recommended: { wants: 'none' },
    cis: { wants: 'none' },
    'ssh-audit': { wants: 'none' },
  },
  keywords: ['MACs'],
  finds: (name) => /^hmac-(md5|ripemd160|sha1-96)/.test(name),
  message: (names) => `${names}: relies on an obsolete or cut-off hash. Take it out; hmac-sha2 is everywhere.`,
});
