// ChrootDirectory that is no absolute path: sshd looks only when somebody logs in.
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const chrootDirectoryRelative = defineRule({
  id: 'chroot-directory-relative',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A ChrootDirectory that does not begin with `/`, which fails at every login.',
  references: ['https://man.openbsd.org/sshd_config#ChrootDirectory', 'session.c: safely_chroot()'],
  lines: ofKeyword('ChrootDirectory'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined) return;
    const { value } = word;
    // %h is absolute; an unknown token is another rule's business.
    if (/^(\/|%[^uU%])/.test(value) || value.toLowerCase() === 'none') return;
    if (snapshot.catalog.target.vendor === 'windows' || !isAccepted(placed, snapshot)) return;
    yield {
      range: word,
      message: `\`${value}\` is no absolute path. sshd -t accepts it, but every login it applies to is cut off.${/^~/.test(value) ? ' A `~` is not expanded here; write `%h` for the home of the user.' : ' Write a path that begins with `/`, or `%h`.'}`,
    };
  },
});
