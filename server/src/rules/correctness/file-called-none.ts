// `none` as a file name on 6.6 and 6.7, which do not know the word there.
import type { Keyword } from '../../catalog/directives';
import { isAccepted, takesOwnFile } from '../accepted-lines';
import { lineRemoval } from '../line-removal';
import { defineRule, ofKind } from '../rule';

export const fileCalledNone = defineRule({
  id: 'file-called-none',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: '`none` as a file name, which OpenSSH 6.6 and 6.7 take for a file of that name.',
  references: ['https://www.openssh.com/txt/release-6.8', 'servconf.c: derelativise_path()'],
  lines: ofKind('path', 'path-list'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (snapshot.catalog.since('6.8p1') || word?.value.toLowerCase() !== 'none') return;
    if (!takesOwnFile(placed) || placed.directive?.slot === 'HostKeyAgent' || !isAccepted(placed, snapshot)) return;
    const slot = placed.directive?.slot;
    yield {
      range: word,
      // Of the other files that are not there nothing comes.
      severity: slot === 'RevokedKeys' || slot === 'PidFile' ? 'warning' : 'information',
      message: `Before OpenSSH 6.8 sshd takes \`none\` for a file of that name in its working directory. ${outcome(slot)}`,
      fixes: [lineRemoval(placed.line, 'Remove the line')],
    };
  },
});

function outcome(slot: Keyword | undefined): string {
  switch (slot) {
    case 'RevokedKeys':
      return 'A list of revoked keys that cannot be read makes it refuse every key. Remove the line.';
    case 'PidFile':
      return 'It writes its process ID there. Write a path, or remove the line.';
    default:
      return 'Remove the line to have no such file.';
  }
}
