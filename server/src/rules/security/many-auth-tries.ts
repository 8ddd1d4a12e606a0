// MaxAuthTries is high: one connection may guess often.
import { settingRule } from '../setting-rule';

export const manyAuthTries = settingRule({
  id: 'many-auth-tries',
  category: 'security',
  severity: 'information',
  since: '0.2.0',
  summary: 'MaxAuthTries is high: one connection may guess often.',
  references: [
    'sshd_config(5), MaxAuthTries',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'Lynis SSH-7408',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    recommended: { wants: 'at most 10', value: 10 },
    cis: { wants: 'at most 4', value: 4 },
    lynis: { wants: 'at most 3', value: 3 },
    'dev-sec': { wants: 'at most 2', value: 2 },
  },
  keyword: 'MaxAuthTries',
  unset: 'strict',
  judge: ({ value, said, demand }) => {
    const most = Number(demand?.value);
    const number = Number(value);
    return !(number > most)
      ? undefined
      : {
          message: `${said} allows so many guesses on one connection, and logs failures only from half of them on. Write ${most} or less.`,
          instead: String(most),
        };
  },
});
