// X11UseLocalhost no, which opens forwarded displays to the network.
import { settingRule } from '../setting-rule';

export const x11OpenToNetwork = settingRule({
  id: 'x11-open-to-network',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'X11UseLocalhost no, which opens forwarded displays to the network.',
  references: [
    'sshd_config(5), X11UseLocalhost',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    recommended: { wants: 'yes, with X11Forwarding' },
    stig: { wants: 'yes' },
    'dev-sec': { wants: 'yes' },
  },
  keyword: 'X11UseLocalhost',
  beside: ['X11Forwarding'],
  judge: ({ word, other, strict }) =>
    word === 'no' && (strict || /^yes$/i.test(other('X11Forwarding')))
      ? {
          message:
            'sshd listens for forwarded X11 on all addresses: other machines reach the display of the client. Write `yes`.',
          instead: 'yes',
        }
      : undefined,
});
