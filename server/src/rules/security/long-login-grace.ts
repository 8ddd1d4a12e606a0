// LoginGraceTime is longer than a guide allows.
import { durationInWords } from '../../base/duration';
import { timeInSeconds } from '../../catalog/arguments/time';
import { settingRule } from '../setting-rule';

export const longLoginGrace = settingRule({
  id: 'long-login-grace',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'LoginGraceTime is longer than a guide allows.',
  references: [
    'sshd_config(5), LoginGraceTime',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'dev-sec ssh-baseline and ssh_hardening',
    'Lynis SSH-7408',
  ],
  demands: {
    cis: { wants: 'at most 60', value: 60 },
    'dev-sec': { wants: 'at most 30', value: 30 },
    lynis: { wants: 'at most 120', value: 120 },
  },
  keyword: 'LoginGraceTime',
  unset: 'strict',
  judge: ({ value, said, demand, snapshot }) => {
    const most = Number(demand?.value);
    const seconds = timeInSeconds(value, snapshot.catalog.target.release) ?? 0;
    return seconds > most
      ? {
          message: `${said} keeps a connection waiting ${durationInWords(seconds)} for its login. The policy wants at most ${durationInWords(most)}.`,
          instead: String(most),
        }
      : undefined;
  },
});
