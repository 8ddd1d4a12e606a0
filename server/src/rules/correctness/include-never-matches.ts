// An Include pattern that finds no file, whatever lies on the disk; sshd says nothing of it.
import { isAccepted, writing } from '../accepted-lines';
import { defineRule, ofKeyword, type Report } from '../rule';

export const includeNeverMatches = defineRule({
  id: 'include-never-matches',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'An Include that reads nothing: a `~`, braces, or a folder without a wildcard.',
  references: ['https://man.openbsd.org/sshd_config#Include', 'servconf.c: sInclude'],
  lines: ofKeyword('Include'),
  *checkLine(placed, snapshot) {
    if (snapshot.catalog.target.vendor === 'windows') return;
    if (!isAccepted(placed, snapshot)) return;
    for (const word of placed.line.words) {
      const report = judged(word.value);
      if (report === undefined) continue;
      const { instead, message } = report;
      yield { range: word, message, ...(instead === undefined ? {} : { fixes: [writing(word, instead)] }) };
    }
  },
});

function judged(value: string): (Pick<Report, 'message'> & { readonly instead?: string }) | undefined {
  if (value.startsWith('~'))
    return {
      message: `sshd does not replace the \`~\` of an Include; \`${value}\` matches no file, and sshd says nothing. Write the absolute path.`,
    };
  if (/\{[^{},]*,[^{}]*\}/.test(value))
    return {
      message: `Include knows \`*\`, \`?\` and \`[...]\` but no braces; \`${value}\` matches no file, and sshd says nothing. Write one pattern for each part.`,
    };
  if (!/\/$|\.d$/.test(value) || /[*?[]/.test(value)) return undefined;
  const instead = `${value.replace(/(?<!\/)\/+$/, '')}/*.conf`;
  return {
    message: `This names a folder, which sshd reads as an empty file without a word. Write \`${instead}\` for the files in it.`,
    instead,
  };
}
