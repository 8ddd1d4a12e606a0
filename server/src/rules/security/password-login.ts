// Passwords are accepted, which can be guessed.
import { settingRule } from '../setting-rule';

export const passwordLogin = settingRule({
  id: 'password-login',
  category: 'security',
  severity: 'information',
  since: '0.2.0',
  summary: 'Passwords are accepted, which can be guessed.',
  references: [
    'sshd_config(5), PasswordAuthentication',
    'Mozilla OpenSSH guideline, Modern',
    'dev-sec ssh-baseline and ssh_hardening',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
  ],
  demands: {
    recommended: { wants: 'no, once keys are in place', severity: 'information' },
    mozilla: { wants: 'no' },
    'dev-sec': { wants: 'no' },
    stig: 'off',
    cis: 'off',
  },
  keyword: 'PasswordAuthentication',
  unset: 'strict',
  judge: ({ word, said, other, written, strict }) => {
    if (word !== 'yes' || (!written && !strict) || alwaysAsksForKey(other('AuthenticationMethods'))) return undefined;
    return {
      message: `${said} lets everybody try passwords, the commonest attack on sshd. Once keys are in place, write \`no\`, and \`KbdInteractiveAuthentication no\` beside it.`,
      instead: 'no',
    };
  },
});

// A list of AuthenticationMethods is passed only with all its methods.
function alwaysAsksForKey(methods: string): boolean {
  return methods !== '' && methods !== 'any' && methods.split(' ').every((list) => list.startsWith('publickey'));
}
