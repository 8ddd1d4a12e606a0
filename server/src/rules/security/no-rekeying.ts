// RekeyLimit is not what a guide wants.
import { settingRule } from '../setting-rule';

export const noRekeying = settingRule({
  id: 'no-rekeying',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'RekeyLimit is not what a guide wants.',
  references: ['sshd_config(5), RekeyLimit', 'DISA STIG for RHEL 9 (by way of ComplianceAsCode)'],
  demands: {
    stig: { wants: '1G 1h' },
  },
  keyword: 'RekeyLimit',
  unset: 'strict',
  judge: ({ value, said }) => {
    const [size = '', time = 'none'] = value.split(' ');
    return size !== 'default' && time !== 'none'
      ? undefined
      : {
          message: `${said} renews session keys only when the cipher needs it. The policy wants \`1G 1h\`.`,
          instead: '1G 1h',
        };
  },
});
