// Files beyond the size that 10.1 and later hand from process to process.
import { sshdWords } from '../../catalog/sshd-words';
import { defineRule } from '../rule';

const MOST_BYTES = 4_128_768;

export const fileTooLarge = defineRule({
  id: 'file-too-large',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'A configuration of more than 4128768 bytes, which sshd refuses since OpenSSH 10.1.',
  references: ['sshd.c: main()'],
  *check({ tree, catalog }, { reads }) {
    reads('text');
    if (!catalog.since('10.1p1') || tree.text.length * 3 <= MOST_BYTES) return;
    const bytes = bytesOf(tree.text);
    if (bytes <= MOST_BYTES) return;
    const last = tree.starts.length - 1;
    const start = tree.starts[last] ?? 0;
    yield {
      range: { start, end: start + (tree.lines[last]?.text.trimEnd().length ?? 0) },
      afterReading: true,
      sshdSays: sshdWords('file-too-large', catalog.target, { element: String(bytes) }),
      message: `The file has more than ${MOST_BYTES} bytes; since OpenSSH 10.1 sshd refuses to start on it. Comments count; remove what is not needed.`,
    };
  },
});

function bytesOf(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // A surrogate pair is four bytes, two for each of its units.
    if (code >= 0x80) bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return bytes;
}
