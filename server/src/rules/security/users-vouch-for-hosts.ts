// Host-based login believes the known_hosts file of the user.
import { settingRule } from '../setting-rule';

export const usersVouchForHosts = settingRule({
  id: 'users-vouch-for-hosts',
  category: 'security',
  severity: 'information',
  since: '0.2.0',
  summary: 'Host-based login believes the known_hosts file of the user.',
  references: [
    'sshd_config(5), IgnoreUserKnownHosts',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    recommended: { wants: 'yes, with host-based login' },
    stig: { wants: 'yes' },
    'dev-sec': { wants: 'yes' },
  },
  keyword: 'IgnoreUserKnownHosts',
  unset: 'always',
  judge: ({ word, other, strict, said }) => {
    if (word !== 'no' || (!strict && !/^yes$/i.test(other('HostbasedAuthentication')))) return undefined;
    return {
      message: `${said} lets the user's own known_hosts vouch for the machines that host-based login believes. Write \`yes\`, and keep host keys in ssh_known_hosts.`,
      instead: 'yes',
    };
  },
});
