// A DSA host key is named.
import { isAccepted } from '../accepted-lines';
import { lineRemoval } from '../line-removal';
import { defineRule, ofKeyword } from '../rule';

export const dsaHostKey = defineRule({
  id: 'dsa-host-key',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'A DSA host key is named.',
  references: ['sshd_config(5), HostKey'],
  lines: ofKeyword('HostKey'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined || !isAccepted(placed, snapshot)) return;
    if (!/dsa_key$/.test(word.value) || /ecdsa_key$/.test(word.value)) return;
    yield {
      range: word,
      message: snapshot.catalog.since('9.8p1')
        ? 'sshd can no longer load DSA keys: it says so at each start and goes on without. Remove the line.'
        : 'DSA keys have 1024 bits and sign with SHA-1; since OpenSSH 7.0 clients do not take them. Remove the line.',
      fixes: [lineRemoval(placed.line, 'Remove the line')],
    };
  },
});
