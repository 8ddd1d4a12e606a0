// An algorithm that the guide does not list is in use.

import { GUIDE_LISTS } from '../../catalog/algorithms/guide-lists';
import { algorithmRule } from '../algorithm-rule';

export const outsideTheGuide = algorithmRule({
  id: 'outside-the-guide',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'An algorithm that the guide does not list is in use.',
  references: ['sshd_config(5), Ciphers', 'Mozilla OpenSSH guideline, Modern', 'BSI TR-02102-4, 2023 (second-hand)'],
  demands: {
    mozilla: { wants: 'its lists', value: 'mozilla' },
    bsi: { wants: 'its lists', value: 'bsi' },
  },
  keywords: ['Ciphers', 'MACs', 'KexAlgorithms'],
  finds: (name, { keyword }, _snapshot, { demand }) => {
    const listed = GUIDE_LISTS[String(demand?.value)]?.[keyword];
    return listed !== undefined && !listed.includes(name);
  },
  message: (names, keyword) => `${names} is not in the guide's list for ${keyword}.`,
});
