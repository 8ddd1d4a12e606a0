// MaxAuthTries 0: the first failed attempt ends the connection, and clients begin with one.
import { scannedInts } from '../../catalog/arguments/scanned-numbers';
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const maxAuthTriesZero = defineRule({
  id: 'max-auth-tries-zero',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'MaxAuthTries 0, with which practically nobody can log in.',
  references: ['https://man.openbsd.org/sshd_config#MaxAuthTries', 'auth2.c: userauth_finish()'],
  lines: ofKeyword('MaxAuthTries'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined || (scannedInts(word.value, 1)[0] ?? 0) !== 0) return;
    if (!isAccepted(placed, snapshot)) return;
    yield {
      range: word,
      message:
        '0 does not mean without limit: sshd ends the connection at the first question of the client, before any key or password is looked at. Write at least 1; the default is 6.',
    };
  },
});
