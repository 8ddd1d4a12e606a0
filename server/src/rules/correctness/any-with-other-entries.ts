// `any` or `none` in front of other entries of PermitOpen or PermitListen: sshd takes the file and then ends every connection.
import { isAccepted, partOfWord, writing } from '../accepted-lines';
import { defineRule, ofKind } from '../rule';

export const anyWithOtherEntries = defineRule({
  id: 'any-with-other-entries',
  category: 'correctness',
  severity: 'warning',
  since: '0.2.0',
  summary:
    '`any` or `none` in front of other entries of PermitOpen or PermitListen, with which sshd ends every connection.',
  references: ['https://man.openbsd.org/sshd_config#PermitOpen', 'servconf.c: process_permitopen_list()'],
  lines: ofKind('host-ports'),
  *checkLine(placed, snapshot) {
    const { line, block } = placed;
    if (!snapshot.catalog.since('9.7p1')) return;
    const [first] = line.words;
    if (first === undefined || line.words.length < 2 || !/^(any|none)$/.test(first.value)) return;
    if (!isAccepted(placed, snapshot)) return;
    const whose = block === undefined ? 'every connection' : 'every connection of this block';
    yield {
      range: partOfWord(first, 0, first.value.length),
      message: `\`${first.value}\` has its meaning only when it stands alone. Beside other entries sshd takes it for a host without a port: it starts, and then ends ${whose}. Remove \`${first.value}\`, or the other entries.`,
      fixes: [
        writing(
          { start: first.start, end: line.words.at(-1)?.end ?? first.end },
          first.value,
          'Remove the other entries',
        ),
      ],
    };
  },
});
