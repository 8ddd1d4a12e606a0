// Up to 8.6 a `#` cuts the line wherever it stands, in the middle of a word or of a quoted text too.
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKind } from '../rule';

/** Kinds whose values may hold a `#`; behind a fixed word or a number it can only be meant as a comment. */
const FREE_TEXT = [
  'path',
  'path-list',
  'text',
  'rest-of-line',
  'user-patterns',
  'group-patterns',
  'environment-assignments',
  'subsystem',
  'include',
  'match',
];

export const hashCutsValue = defineRule({
  id: 'hash-cuts-value',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A `#` inside a word or quotes, where sshd before OpenSSH 8.7 cuts the line off.',
  references: ['https://www.openssh.com/txt/release-8.7', 'servconf.c: load_server_config()'],
  lines: ofKind(...FREE_TEXT),
  *checkLine(placed, snapshot) {
    const { line } = placed;
    if (line.comment === undefined || snapshot.catalog.since('8.7p1')) return;
    const before = line.text.slice(0, line.comment.start);
    const quoted = before.split('"').length % 2 === 0;
    const inWord = /[^\s"]$/.test(before) && line.rest.end > line.rest.start;
    if ((!quoted && !inWord) || !isAccepted(placed, snapshot)) return;
    yield {
      range: line.comment,
      message: `Before OpenSSH 8.7 sshd cuts the line at every \`#\`, ${quoted ? 'in quotes too' : 'inside a word too'}: it never sees this part. Write a value without \`#\`.`,
    };
  },
});
