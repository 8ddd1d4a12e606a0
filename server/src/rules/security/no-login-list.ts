// No list says who may log in, where a guide wants one.

import { defineRule } from '../rule';
import { isWhole, startOf } from '../setting-rule';

export const noLoginList = defineRule({
  id: 'no-login-list',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'No list says who may log in, where a guide wants one.',
  references: [
    'sshd_config(5), AllowGroups',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'Lynis SSH-7408',
  ],
  demands: {
    cis: { wants: 'one of AllowUsers, AllowGroups, DenyUsers, DenyGroups' },
    lynis: { wants: 'AllowUsers or AllowGroups' },
  },
  *check(snapshot, { reads }) {
    reads(...LISTS);
    const { configuration } = snapshot;
    const lists = LISTS.filter((keyword) => configuration.settersOf(keyword).length > 0);
    if (lists.length > 0 || !isWhole(snapshot)) return;
    yield {
      range: startOf(snapshot),
      message:
        'Every account of the system may log in. The policy wants a list: `AllowGroups ssh-users`, with everybody in it who needs it.',
    };
  },
});

const LISTS = ['AllowUsers', 'AllowGroups', 'DenyUsers', 'DenyGroups'] as const;
