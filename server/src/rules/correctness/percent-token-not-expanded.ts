// A percent token in a directive that has none: sshd takes it as it stands.
import { tokensOf } from '../../catalog/percent-tokens';
import { isAccepted, partOfWord, restText, takesOwnFile } from '../accepted-lines';
import { defineRule } from '../rule';

export const percentTokenNotExpanded = defineRule({
  id: 'percent-token-not-expanded',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A percent token in a directive that does not replace tokens, where it stays as it is written.',
  references: ['https://man.openbsd.org/sshd_config#TOKENS'],
  *checkLine(placed, snapshot) {
    const { directive, line } = placed;
    if (directive === undefined || !line.text.includes('%')) return;
    if (directive.slot === 'ForceCommand') {
      const found = tokenOfCommand(restText(line));
      if (found === undefined || !isAccepted(placed, snapshot)) return;
      const start = line.rest.start + found;
      yield {
        range: { start, end: start + 2 },
        severity: 'information',
        message:
          'sshd replaces no tokens in ForceCommand; the command sees this text as it stands. The shell knows the user as `$USER` and the home as `$HOME`.',
      };
    } else if (takesOwnFile(placed) || directive.argument.name === 'include') {
      if (tokensOf(directive.keyword, snapshot.catalog.target).length > 0 || !isAccepted(placed, snapshot)) return;
      for (const word of line.words) {
        const at = word.value.search(/%[hUuCDfikKsTtF](?![0-9A-Fa-f])/);
        if (at < 0) continue;
        yield {
          range: partOfWord(word, at, 2),
          message: `sshd replaces no tokens in ${directive.keyword}: it looks for a file with \`${word.value.slice(at, at + 2)}\` in its name. Write the name itself.`,
        };
      }
    }
  },
});

// Programs with percent formats or tokens of their own are left alone.
function tokenOfCommand(command: string): number | undefined {
  if (/sftp|date|printf|stat|format|awk|find|strf|log|ps\b|curl/.test(command)) return undefined;
  const found = /(?:^|[\s"'/=])(%[uh])(?=$|[\s"'/])/.exec(command);
  return found === null ? undefined : found.index + found[0].length - 2;
}
