// without-password is the old, misleading name of prohibit-password.
import { isAccepted, writing } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const oldNameOfProhibitPassword = defineRule({
  id: 'old-name-of-prohibit-password',
  category: 'deprecation',
  severity: 'hint',
  since: '0.2.0',
  summary: 'without-password is the old, misleading name of prohibit-password.',
  references: ['sshd_config(5), PermitRootLogin'],
  lines: ofKeyword('PermitRootLogin'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word?.value.toLowerCase() !== 'without-password') return;
    if (!snapshot.catalog.since('7.0p1') || !isAccepted(placed, snapshot)) return;
    yield {
      range: word,
      tags: ['deprecated'],
      message:
        '`without-password` does not mean that root needs nothing: it means every method but passwords. Since OpenSSH 7.0 it is called `prohibit-password`.',
      fixes: [{ ...writing(word, 'prohibit-password'), safety: 'safe' }],
    };
  },
});
