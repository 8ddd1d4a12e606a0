// A lone `=` in a list since 8.7: it is one of the names. Only the one behind the keyword is skipped.
import { isAccepted } from '../accepted-lines';
import { defineRule } from '../rule';

export const equalsSignAsName = defineRule({
  id: 'equals-sign-as-name',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A lone `=` in a list, which since OpenSSH 8.7 is one of its names.',
  references: ['https://www.openssh.com/txt/release-8.7', 'misc.c: argv_split()'],
  // A command has words of its own.
  lines: ({ argument, slot }) => argument.shape === 'words' && slot !== 'Subsystem' && argument.name !== 'match',
  *checkLine(placed, snapshot) {
    const { line } = placed;
    if (!snapshot.catalog.since('8.7p1')) return;
    for (const word of line.words) {
      if (word.value !== '=' || word.quoted || !isAccepted(placed, snapshot)) continue;
      yield {
        range: word,
        message: `Since OpenSSH 8.7 sshd skips a \`=\` only behind the keyword; here it is a name called \`=\`. Remove it.`,
        fixes: [
          {
            title: 'Remove the `=`',
            safety: 'unsafe',
            preferred: true,
            edits: [{ start: removalStart(line.text, word.start), end: word.end, newText: '' }],
          },
        ],
      };
    }
  },
});

function removalStart(text: string, start: number): number {
  return /(?<![ \t])[ \t]*$/.exec(text.slice(0, start))?.index ?? start;
}
