// AuthorizedKeysCommand or AuthorizedPrincipalsCommand in the global section without the user to run it as.
import type { Keyword } from '../../catalog/directives';
import { sshdWords } from '../../catalog/sshd-words';
import { decidingWhenRead } from '../../model/effective-config';
import type { Snapshot } from '../../model/snapshot';
import { isLoneDropIn } from '../elsewhere';
import { keywordRange } from '../places';
import { defineRule, type Report } from '../rule';

const PAIRS: readonly (readonly [command: Keyword, user: Keyword])[] = [
  ['AuthorizedKeysCommand', 'AuthorizedKeysCommandUser'],
  ['AuthorizedPrincipalsCommand', 'AuthorizedPrincipalsCommandUser'],
];

export const commandWithoutUser = defineRule({
  id: 'command-without-user',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'A command that looks up keys or principals, without the user to run it as.',
  references: ['sshd.c: main()', 'sshd_config(5), AuthorizedKeysCommandUser'],
  *check(snapshot) {
    for (const [command, user] of PAIRS) yield* missingUser(snapshot, command, user);
  },
});

function* missingUser(snapshot: Snapshot, command: Keyword, user: Keyword): Iterable<Report> {
  const by = decidingWhenRead(snapshot, command);
  if (by?.reading !== snapshot.reading || isLoneDropIn(snapshot)) return;
  const line = by.placed;
  if (/^none$/i.test(line.line.text.slice(line.line.rest.start, line.line.rest.end))) return;
  if (decidingWhenRead(snapshot, user) !== undefined) return;
  const start = (snapshot.tree.starts[line.lineIndex] ?? 0) + line.line.text.length;
  const lineEnd = line.line.text.endsWith('\r\n') ? '\r\n' : '\n';
  const indent = line.line.text.slice(0, line.line.keyword.start);
  const newText = `${line.line.text.endsWith('\n') ? '' : lineEnd}${indent}${user} nobody${lineEnd}`;
  yield {
    range: keywordRange(snapshot, line),
    afterReading: true,
    sshdSays: sshdWords('command-without-user', snapshot.catalog.target, { keyword: command }),
    message: `${command} needs ${user}; sshd refuses to start without it and names no line. Add it, with an account that owns nothing else.`,
    fixes: [{ title: `Add \`${user} nobody\``, safety: 'unsafe', edits: [{ start, end: start, newText }] }],
  };
}
