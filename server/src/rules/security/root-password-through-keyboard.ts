// Up to OpenSSH 6.9 root may still type a password where only keys seem allowed.
import { lineBelow } from '../new-lines';
import { settingRule } from '../setting-rule';

export const rootPasswordThroughKeyboard = settingRule({
  id: 'root-password-through-keyboard',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'Up to OpenSSH 6.9 root may still type a password where only keys seem allowed.',
  references: ['sshd_config(5), PermitRootLogin', 'OpenSSH 7.0 release notes'],
  keyword: 'PermitRootLogin',
  judge: ({ word, other, snapshot }) => {
    if (snapshot.catalog.since('7.0p1') || !/^(without|prohibit)-password$/.test(word)) return undefined;
    if (!/^yes$/i.test(other('UsePAM')) || !/^yes$/i.test(other('ChallengeResponseAuthentication'))) return undefined;
    return {
      message:
        'In this release `without-password` takes only the password method from root: through keyboard-interactive PAM asks for the same password. Write `ChallengeResponseAuthentication no` as well.',
      fixes: (line) => lineBelow(snapshot, line, 'ChallengeResponseAuthentication', 'no'),
    };
  },
});
