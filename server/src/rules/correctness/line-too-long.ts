// Lines of 4095 bytes or more, line end included: refused up to 7.7, comments too.
import { sshdWords } from '../../catalog/sshd-words';
import { defineRule } from '../rule';

const MOST_BYTES = 4094;

export const lineTooLong = defineRule({
  id: 'line-too-long',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'A line of 4095 bytes or more, which sshd refuses up to OpenSSH 7.7.',
  references: ['servconf.c: load_server_config()'],
  *check({ tree, catalog }, { reads }) {
    reads('text');
    if (catalog.since('7.8p1')) return;
    for (const [index, line] of tree.lines.entries()) {
      // A UTF-16 unit is at most three bytes of UTF-8.
      if (line.text.length * 3 <= MOST_BYTES || byteLength(line.text) <= MOST_BYTES) continue;
      const start = tree.starts[index] ?? 0;
      yield {
        range: { start, end: start + line.text.trimEnd().length },
        message:
          'The line has 4095 bytes or more; sshd before OpenSSH 7.8 refuses it, even if it is a comment. Split it.',
        sshdSays: sshdWords('line-too-long', catalog.target),
      };
    }
  },
});

function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
