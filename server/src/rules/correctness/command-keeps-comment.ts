// A comment behind a directive that takes the rest of the line: since 8.7 it is part of the value.
import type { PlacedDirective } from '../../model/file-model';
import { isAccepted, restText, writing } from '../accepted-lines';
import { defineRule, ofKind, type Report } from '../rule';

export const commandKeepsComment = defineRule({
  id: 'command-keeps-comment',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A comment behind a command or VersionAddendum, which since OpenSSH 8.7 becomes part of the value.',
  references: ['https://www.openssh.com/txt/release-8.7', 'servconf.c: sForceCommand'],
  lines: ofKind('rest-of-line'),
  *checkLine(placed, snapshot) {
    const { line } = placed;
    if (line.comment === undefined || !snapshot.catalog.since('8.7p1')) return;
    if (!isAccepted(placed, snapshot) || line.words.length === 0) return;
    const end = line.words.at(-1)?.end ?? line.comment.start;
    yield {
      range: line.comment,
      ...outcome(placed),
      fixes: [writing({ start: end, end: line.comment.end }, '', 'Remove the comment')],
    };
  },
});

function outcome({ directive, line }: PlacedDirective): Omit<Report, 'range'> {
  const keyword = directive?.keyword ?? '';
  if (directive?.slot === 'VersionAddendum')
    return { message: 'sshd takes the rest of the line: every client is sent this comment too. Remove it.' };
  if (directive?.slot !== 'ForceCommand')
    return {
      message: `sshd takes the rest of the line: the words of this comment, \`#\` first, become arguments of the program. Put it on a line of its own above.`,
    };
  const text = restText(line);
  if (/^none\s/i.test(text))
    return {
      message:
        'sshd takes the rest of the line: with the comment it is not `none` but a command called none. Remove the comment.',
    };
  if (/^internal-sftp\s.*#.*\s-/s.test(text))
    return {
      message:
        'sshd takes the rest of the line: internal-sftp reads options in this comment. Put it on a line of its own above.',
    };
  return {
    severity: 'information',
    message: `The comment is part of ${keyword} for sshd; most shells ignore it, and internal-sftp does too. Put it on a line of its own above.`,
  };
}
