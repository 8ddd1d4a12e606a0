// ClientAliveInterval is not what a guide wants.
import { timeInSeconds } from '../../catalog/arguments/time';
import { settingRule } from '../setting-rule';

export const idleCheckOfGuide = settingRule({
  id: 'idle-check-of-guide',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'ClientAliveInterval is not what a guide wants.',
  references: [
    'sshd_config(5), ClientAliveInterval',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    cis: { wants: '1 to 300', value: 300 },
    stig: { wants: '1 to 600', value: 600 },
    'dev-sec': { wants: '1 to 300', value: 300 },
  },
  keyword: 'ClientAliveInterval',
  unset: 'strict',
  judge: ({ value, said, demand, snapshot }) => {
    const most = Number(demand?.value);
    const seconds = timeInSeconds(value, snapshot.catalog.target.release) ?? 0;
    if (seconds > 0 && seconds <= most) return undefined;
    return {
      message: `${said} does not notice for long, or never, that a client is gone. The policy wants at most ${most} seconds, and more than 0.`,
      instead: String(Math.min(most, 60)),
    };
  },
});
