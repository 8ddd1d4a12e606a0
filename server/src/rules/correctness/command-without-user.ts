// AuthorizedKeysCommand or AuthorizedPrincipalsCommand in the global section without the user to run it as.
import { sshdWords } from '../../catalog/sshd-words';
import { COMMAND_KEYWORDS, commandsWithoutUser } from '../../model/effective/start-refusals';
import type { PlacedDirective } from '../../model/file-model';
import type { Snapshot } from '../../model/snapshot';
import { isLoneDropIn } from '../elsewhere';
import { keywordRange } from '../places';
import { defineRule, type Report } from '../rule';

export const commandWithoutUser = defineRule({
  id: 'command-without-user',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'A command that looks up keys or principals, without the user to run it as.',
  references: ['sshd.c: main()', 'sshd_config(5), AuthorizedKeysCommandUser'],
  *check(snapshot, { reads }) {
    reads(...COMMAND_KEYWORDS);
    if (isLoneDropIn(snapshot)) return;
    for (const { command, at } of commandsWithoutUser(snapshot.configuration))
      if (at.reading === snapshot.reading) yield missingUser(snapshot, command, at.placed);
  },
});

function missingUser(snapshot: Snapshot, command: string, line: PlacedDirective): Report {
  const user = `${command}User`;
  const start = (snapshot.tree.starts[line.lineIndex] ?? 0) + line.line.text.length;
  const lineEnd = line.line.text.endsWith('\r\n') ? '\r\n' : '\n';
  const indent = line.line.text.slice(0, line.line.keyword.start);
  const newText = `${line.line.text.endsWith('\n') ? '' : lineEnd}${indent}${user} nobody${lineEnd}`;
  return {
    range: keywordRange(snapshot, line),
    afterReading: true,
    sshdSays: sshdWords('command-without-user', snapshot.catalog.target, { keyword: command }),
    message: `${command} needs ${user}; sshd refuses to start without it and names no line. Add it, with an account that owns nothing else.`,
    fixes: [{ title: `Add \`${user} nobody\``, safety: 'unsafe', edits: [{ start, end: start, newText }] }],
  };
}
