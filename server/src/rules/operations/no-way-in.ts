// Every method of logging in is switched off.
import { settingRule } from '../setting-rule';

export const noWayIn = settingRule({
  id: 'no-way-in',
  category: 'operations',
  severity: 'warning',
  since: '0.2.0',
  summary: 'Every method of logging in is switched off.',
  references: ['sshd_config(5), PubkeyAuthentication'],
  keyword: 'PubkeyAuthentication',
  beside: ['PasswordAuthentication', 'KbdInteractiveAuthentication', 'ChallengeResponseAuthentication'],
  judge: ({ snapshot, block, other }) => {
    const on = METHODS.filter((keyword) => /^yes$/i.test(other(keyword)));
    const keyboard = snapshot.catalog.since('8.7p1')
      ? 'KbdInteractiveAuthentication'
      : 'ChallengeResponseAuthentication';
    if (on.length > 0 || /^yes$/i.test(other(keyboard))) return undefined;
    return {
      message: `Nobody ${block === undefined ? '' : 'of this block '}can log in: keys, passwords and every other method are off. Write \`PubkeyAuthentication yes\`.`,
      instead: 'yes',
    };
  },
});

const METHODS = [
  'PubkeyAuthentication',
  'PasswordAuthentication',
  'HostbasedAuthentication',
  'GSSAPIAuthentication',
  'KerberosAuthentication',
] as const;
