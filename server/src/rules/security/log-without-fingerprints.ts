// LogLevel is below VERBOSE, where a guide wants the fingerprints of keys in the log.
import { settingRule } from '../setting-rule';

export const logWithoutFingerprints = settingRule({
  id: 'log-without-fingerprints',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'LogLevel is below VERBOSE, where a guide wants the fingerprints of keys in the log.',
  references: [
    'sshd_config(5), LogLevel',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'Mozilla OpenSSH guideline, Modern',
    'Lynis SSH-7408',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    stig: { wants: 'VERBOSE' },
    mozilla: { wants: 'VERBOSE' },
    lynis: { wants: 'VERBOSE' },
    'dev-sec': { wants: 'VERBOSE' },
  },
  keyword: 'LogLevel',
  unset: 'strict',
  judge: ({ value, said }) =>
    /^info$/i.test(value)
      ? {
          message: `${said} logs logins, but VERBOSE also says which key was tried and refused. The policy wants \`VERBOSE\`.`,
          instead: 'VERBOSE',
        }
      : undefined,
});
