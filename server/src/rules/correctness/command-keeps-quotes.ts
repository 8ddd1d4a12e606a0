// Quotes around a whole command or VersionAddendum: the line's raw text is the value, so they stay.
import { isAccepted, restText, writing } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const commandKeepsQuotes = defineRule({
  id: 'command-keeps-quotes',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Quotes around the whole of ForceCommand or VersionAddendum, which sshd keeps as part of the value.',
  references: ['https://man.openbsd.org/sshd_config#ForceCommand', 'servconf.c: sForceCommand'],
  lines: ofKeyword('ForceCommand', 'VersionAddendum'),
  *checkLine(placed, snapshot) {
    const { directive, line } = placed;
    const text = restText(line);
    const inner = /^"([^"\\]*)"$/.exec(text)?.[1] ?? /^'([^'\\]*)'$/.exec(text)?.[1];
    if (inner === undefined || !isAccepted(placed, snapshot)) return;
    const banner = directive?.slot === 'VersionAddendum';
    // The shell takes the quotes off a single word.
    if (!banner && !/\s|^(none|internal-sftp)$/i.test(inner)) return;
    yield {
      range: line.rest,
      message: banner
        ? 'sshd keeps the quotes and sends them to every client. Leave them out.'
        : `sshd keeps the quotes, so the shell looks for a program called \`${inner}\` and does not find it. Leave the quotes out.`,
      fixes: [writing(line.rest, inner, 'Leave the quotes out')],
    };
  },
});
