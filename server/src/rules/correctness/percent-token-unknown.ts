// A percent token that sshd does not know where it expands tokens: it finds out at login and gives up.
import { shifted, type TextRange } from '../../base/text-range';
import { tokenIntroduced, tokensOf } from '../../catalog/percent-tokens';
import { shortName } from '../../catalog/versions';
import type { PlacedDirective } from '../../model/file-model';
import type { Word } from '../../syntax/tree';
import { isAccepted, partOfWord, restText } from '../accepted-lines';
import { defineRule } from '../rule';

export const percentTokenUnknown = defineRule({
  id: 'percent-token-unknown',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A percent token that the directive does not have at the target, on which logins fail.',
  references: ['https://man.openbsd.org/sshd_config#TOKENS', 'misc.c: percent_expand()'],
  *checkLine(placed, snapshot) {
    const { directive } = placed;
    if (directive === undefined || !placed.line.text.includes('%')) return;
    const { target } = snapshot.catalog;
    const known = tokensOf(directive.keyword, target);
    if (known.length === 0 || !isAccepted(placed, snapshot)) return;
    // Up to 6.8 sshd takes the whole text of a command for its path.
    if (directive.argument.name === 'rest-of-line' && !snapshot.catalog.since('6.9p1')) return;
    const unknown = tokensIn(placed).filter(({ token }) => !known.includes(token));
    const [first, ...more] = unknown;
    if (first === undefined) return;
    const later = tokenIntroduced(first.token, directive.keyword);
    const what = first.token === '' ? 'A `%` at the end' : `The token \`%${first.token}\``;
    const why = later === undefined ? '' : `; it came with OpenSSH ${shortName(later)}`;
    const others = more.length === 0 ? '' : ` ${more.length} more of this line are unknown too.`;
    yield {
      range: first.range,
      message: `${what} means nothing to the target's sshd in ${directive.keyword}${why}. sshd -t accepts it, and ${directive.slot === 'AgentSocketPath' ? 'a connection that forwards an agent ends' : 'logins fail'}.${others} It knows ${known.map((one) => `\`%${one}\``).join(', ')}.`,
    };
  },
});

interface Token {
  readonly token: string;
  readonly range: TextRange;
}

function tokensIn({ line, directive }: PlacedDirective): readonly Token[] {
  if (directive?.argument.name !== 'rest-of-line')
    return line.words.flatMap((word) => inText(word.value).map((one) => ({ ...one, range: inWord(word, one.range) })));
  // The program's own path is not expanded; its arguments are.
  const text = restText(line);
  const program = /^\S*/.exec(text)?.[0].length ?? 0;
  return inText(text.slice(program)).map((one) => ({ ...one, range: shifted(one.range, line.rest.start + program) }));
}

function inWord(word: Word, range: TextRange): TextRange {
  return partOfWord(word, range.start, range.end - range.start);
}

function inText(text: string): readonly Token[] {
  return Array.from(text.matchAll(/%(.?)/gsu), ({ 0: whole, 1: token = '', index }) => ({
    token,
    range: { start: index, end: index + whole.length },
  }));
}
