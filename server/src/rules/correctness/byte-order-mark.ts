// A byte order mark: sshd takes it for part of the first word, even of a comment.
import { unknownDirectiveWords } from '../../catalog/sshd-words';
import { parse } from '../../syntax/parse';
import { defineRule } from '../rule';

export const byteOrderMark = defineRule({
  id: 'byte-order-mark',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'A byte order mark (BOM) at the start of the file.',
  references: ['servconf.c: parse_token()'],
  *check({ tree, byteOrderMark: mark, catalog }, { reads }) {
    reads('text');
    // Where the text still carries the mark, the first line is an unknown directive already.
    if (!mark || tree.text.startsWith('\uFEFF') || tree.text === '') return;
    const asRead = parse(`\uFEFF${tree.lines[0]?.text ?? ''}`, tree.dialect).lines[0];
    yield {
      range: { start: 0, end: Math.max(1, tree.lines[0]?.text.trimEnd().length ?? 1) },
      soft: true,
      sshdSays: asRead?.kind === 'directive' ? unknownDirectiveWords(asRead, catalog.target) : undefined,
      message:
        'The file begins with a byte order mark that the editor does not show. sshd reads it as part of the first word and refuses line 1, even a comment. Save the file as UTF-8 without BOM.',
    };
  },
});
