// The version of the Debian package is shown to everybody.
import { settingRule } from '../setting-rule';

export const debianBanner = settingRule({
  id: 'debian-banner',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'The version of the Debian package is shown to everybody.',
  references: ['sshd_config(5), DebianBanner', 'dev-sec ssh-baseline and ssh_hardening'],
  demands: {
    'dev-sec': { wants: 'no' },
  },
  keyword: 'DebianBanner',
  unset: 'strict',
  judge: ({ word, said }) =>
    word === 'yes'
      ? { message: `${said} tells scanners the package and its patch level. The policy wants \`no\`.`, instead: 'no' }
      : undefined,
});
