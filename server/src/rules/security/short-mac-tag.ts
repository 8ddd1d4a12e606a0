// A MAC whose tag has 64 bits is in use.
import { algorithmRule } from '../algorithm-rule';

export const shortMacTag = algorithmRule({
  id: 'short-mac-tag',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'A MAC whose tag has 64 bits is in use.',
  references: ['sshd_config(5), MACs', 'CIS benchmarks, sshd section (by way of ComplianceAsCode)', 'ssh-audit'],
  demands: {
    cis: { wants: 'none' },
    'ssh-audit': { wants: 'none' },
  },
  keywords: ['MACs'],
  finds: (name) => name.startsWith('umac-64'),
  message: (names) => `${names}: the tag has only 64 bits. The policy wants longer ones.`,
});
