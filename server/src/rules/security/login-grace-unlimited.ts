// LoginGraceTime 0, which lets connections wait for ever.
import { timeInSeconds } from '../../catalog/arguments/time';
import { settingRule } from '../setting-rule';

export const loginGraceUnlimited = settingRule({
  id: 'login-grace-unlimited',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'LoginGraceTime 0, which lets connections wait for ever.',
  references: ['sshd_config(5), LoginGraceTime', 'CVE-2024-6387'],
  keyword: 'LoginGraceTime',
  judge: ({ value, snapshot }) => {
    if (timeInSeconds(value, snapshot.catalog.target.release) !== 0) return undefined;
    const { since } = snapshot.catalog;
    const remedy = since('8.5p1') && !since('9.8p1');
    return {
      message: remedy
        ? 'Connections may wait for ever, until MaxStartups is full and nobody gets in. As a remedy for CVE-2024-6387 it belongs only where sshd cannot be updated; else write `60`.'
        : 'Connections may wait for ever: a few that never log in fill MaxStartups, and nobody gets in. Write `60`.',
      instead: '60',
      ...(remedy ? { severity: 'information' as const } : {}),
    };
  },
});
