// UsePAM no on a system whose accounts are ruled by PAM.
import { settingRule } from '../setting-rule';

export const pamOff = settingRule({
  id: 'pam-off',
  category: 'security',
  severity: 'information',
  since: '0.2.0',
  summary: 'UsePAM no on a system whose accounts are ruled by PAM.',
  references: [
    'sshd_config(5), UsePAM',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    recommended: { wants: 'yes, on Debian, Ubuntu and Red Hat' },
    cis: { wants: 'yes' },
    stig: { wants: 'yes' },
    'dev-sec': { wants: 'yes' },
  },
  keyword: 'UsePAM',
  unset: 'strict',
  judge: ({ word, said, written, strict, snapshot }) => {
    const { target } = snapshot.catalog;
    const linux = ['debian', 'ubuntu', 'redhat'].includes(target.vendor ?? '');
    if (word !== 'no' || (!strict && !(written && linux))) return undefined;
    return {
      message: `${said} passes over what PAM rules on this system: expired and locked accounts, limits, home directories. Write \`yes\`${target.vendor === 'redhat' ? '; Red Hat supports nothing else' : ''}.`,
      instead: 'yes',
    };
  },
});
