// IgnoreRhosts no, which lets users grant host-based login themselves.
import { settingRule } from '../setting-rule';

export const rhostsFilesRead = settingRule({
  id: 'rhosts-files-read',
  category: 'security',
  severity: 'information',
  since: '0.2.0',
  summary: 'IgnoreRhosts no, which lets users grant host-based login themselves.',
  references: [
    'sshd_config(5), IgnoreRhosts',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'Lynis SSH-7408',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    recommended: { wants: 'yes' },
    cis: { wants: 'yes' },
    stig: { wants: 'yes' },
    lynis: { wants: 'yes' },
    'dev-sec': { wants: 'yes' },
  },
  keyword: 'IgnoreRhosts',
  beside: ['HostbasedAuthentication'],
  judge: ({ word, other, strict }) => {
    const used = /^yes$/i.test(other('HostbasedAuthentication'));
    if (word !== 'no' && !(strict && word === 'shosts-only')) return undefined;
    return {
      message: `Users may name trusted machines in their own .rhosts and .shosts${used ? '' : ', once host-based login is on'}. Write \`yes\`.`,
      instead: 'yes',
      ...(used ? { severity: 'warning' as const } : {}),
    };
  },
});
