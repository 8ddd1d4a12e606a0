// PasswordAuthentication no, while keyboard-interactive login asks for the same password through PAM.
import { lineBelow } from '../new-lines';
import { settingRule } from '../setting-rule';

export const passwordsAskedAllTheSame = settingRule({
  id: 'passwords-asked-all-the-same',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'PasswordAuthentication no, while keyboard-interactive login asks for the same password through PAM.',
  references: ['sshd_config(5), PasswordAuthentication'],
  keyword: 'PasswordAuthentication',
  judge: ({ word, other, snapshot }) => {
    const keyword = snapshot.catalog.since('8.7p1')
      ? 'KbdInteractiveAuthentication'
      : 'ChallengeResponseAuthentication';
    const methods = other('AuthenticationMethods');
    if (word !== 'no' || !/^yes$/i.test(other(keyword)) || !/^yes$/i.test(other('UsePAM'))) return undefined;
    if (methods !== '' && methods !== 'any') return undefined;
    return {
      message: `Passwords are still asked for: ${keyword} is on, and through it PAM asks for the same password. Write \`${keyword} no\` as well, or say with AuthenticationMethods what is wanted.`,
      fixes: (line) => lineBelow(snapshot, line, keyword, 'no'),
    };
  },
});
