// A device behind a method of AuthenticationMethods that has none, or no such one.
import type { Word } from '../../syntax/tree';
import { isAccepted, writing } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const authenticationMethodDevice = defineRule({
  id: 'authentication-method-device',
  category: 'correctness',
  severity: 'warning',
  since: '0.2.0',
  summary: 'A device behind a method of AuthenticationMethods that has none, or no such one.',
  references: [
    'https://man.openbsd.org/sshd_config#AuthenticationMethods',
    'auth2.c: list_starts_with(), remove_method()',
  ],
  lines: ofKeyword('AuthenticationMethods'),
  *checkLine(placed, snapshot) {
    const devices = snapshot.catalog.target.vendor === undefined ? ['pam', 'bsdauth'] : ['pam'];
    for (const word of placed.line.words) {
      const method = word.value.split(',').find((one) => isNeverDone(one, devices));
      if (method === undefined || !isAccepted(placed, snapshot)) continue;
      const [name = ''] = method.split(':');
      const has = name === 'keyboard-interactive' ? 'has only the device pam' : 'has no devices';
      yield {
        range: word,
        message: `${name} ${has}: sshd takes \`${method}\` but never counts it as done, so nobody gets in by this list. Write \`${name}\`.`,
        fixes: [withoutDevices(word, devices)],
      };
    }
  },
});

function isNeverDone(method: string, devices: readonly string[]): boolean {
  const colon = method.indexOf(':');
  if (colon < 0) return false;
  return method.slice(0, colon) !== 'keyboard-interactive' || !devices.includes(method.slice(colon + 1));
}

// It opens a way in that was closed.
function withoutDevices(word: Word, devices: readonly string[]) {
  const list = word.value.split(',').map((one) => (isNeverDone(one, devices) ? (one.split(':')[0] ?? '') : one));
  return { ...writing(word, list.join(',')), safety: 'unsafe' as const };
}
