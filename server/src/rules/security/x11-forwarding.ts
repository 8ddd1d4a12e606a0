// X11Forwarding yes, which shows the server the display of the client.
import { settingRule } from '../setting-rule';

export const x11Forwarding = settingRule({
  id: 'x11-forwarding',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'X11Forwarding yes, which shows the server the display of the client.',
  references: [
    'sshd_config(5), X11Forwarding',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'Lynis SSH-7408',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    recommended: { wants: 'no, if unused', severity: 'hint' },
    cis: { wants: 'no' },
    stig: { wants: 'no' },
    lynis: { wants: 'no' },
    'dev-sec': { wants: 'no' },
  },
  keyword: 'X11Forwarding',
  judge: ({ word, other, snapshot }) =>
    word !== 'yes' || (snapshot.catalog.since('10.0p1') && /^yes$/i.test(other('DisableForwarding')))
      ? undefined
      : {
          message:
            'Programs on the server, and root there, can look at the display of whoever forwards X11. Write `no` where nobody needs graphical programs.',
          instead: 'no',
        },
});
