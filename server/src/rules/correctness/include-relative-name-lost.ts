// Include of a relative name on 8.2, which reads a file called Include instead.
import { isAccepted, writing } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const includeRelativeNameLost = defineRule({
  id: 'include-relative-name-lost',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'An Include of a relative name, for which OpenSSH 8.2 reads /etc/ssh/Include.',
  references: ['https://www.openssh.com/txt/release-8.3', 'servconf.c: sInclude'],
  lines: ofKeyword('Include'),
  *checkLine(placed, snapshot) {
    const { catalog } = snapshot;
    if (catalog.since('8.3p1') || !isAccepted(placed, snapshot)) return;
    for (const word of placed.line.words) {
      if (/^[/~]/.test(word.value)) continue;
      const instead = `/etc/ssh/${word.value}`;
      yield {
        range: word,
        message: `OpenSSH 8.2 loses a relative name and reads /etc/ssh/Include instead of \`${word.value}\`. Write \`${instead}\`.`,
        ...(word.quoted ? {} : { fixes: [writing(word, instead)] }),
      };
    }
  },
});
