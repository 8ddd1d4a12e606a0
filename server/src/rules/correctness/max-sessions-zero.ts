// MaxSessions 0: no shell, command or sftp; forwarding goes on.
import { scannedInts } from '../../catalog/arguments/scanned-numbers';
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const maxSessionsZero = defineRule({
  id: 'max-sessions-zero',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary: 'MaxSessions 0, which forbids shells, commands and sftp and leaves forwarding on.',
  references: ['https://man.openbsd.org/sshd_config#MaxSessions'],
  lines: ofKeyword('MaxSessions'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined || (scannedInts(word.value, 1)[0] ?? 0) !== 0) return;
    if (!isAccepted(placed, snapshot)) return;
    yield {
      range: word,
      message:
        '0 does not mean without limit: sshd opens no shell, runs no command and no sftp; forwarding still works. The default is 10.',
    };
  },
});
