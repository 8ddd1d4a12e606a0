// MaxSessions is above what a guide allows.
import { settingRule } from '../setting-rule';

export const manySessions = settingRule({
  id: 'many-sessions',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'MaxSessions is above what a guide allows.',
  references: [
    'sshd_config(5), MaxSessions',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'Lynis SSH-7408',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    cis: { wants: 'at most 10', value: 10 },
    lynis: { wants: 'at most 4', value: 4 },
    'dev-sec': { wants: 'at most 10', value: 10 },
  },
  keyword: 'MaxSessions',
  unset: 'strict',
  judge: ({ value, said, demand }) => {
    const most = Number(demand?.value);
    const number = Number(value);
    return !(number > most)
      ? undefined
      : {
          message: `${said} lets one connection carry so many sessions. The policy wants at most ${most}.`,
          instead: String(most),
        };
  },
});
