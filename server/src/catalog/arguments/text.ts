// A word of free text: user names, service names, routing domains.
import { tokensOf } from '../percent-tokens';
import type { ArgumentKind, Choice } from './argument-kind';
import { bad, emptyPasses, fine, firstWord, missing, since } from './checked';

/** One word that is not empty. */
export function text(options: {
  readonly syntax: string;
  readonly words?: readonly string[];
  readonly tokensOf?: string;
  /** What many write. */
  readonly usual?: readonly Choice[];
}): ArgumentKind {
  const { tokensOf: keyword, words = [] } = options;
  return {
    name: 'text',
    syntax: [options.syntax, ...words].join(' | '),
    shape: 'word',
    choices: () => [...(options.usual ?? []), ...words.map((label) => ({ label }))],
    check: (input) =>
      firstWord(input) === undefined && !emptyPasses(input)
        ? missing(input, `a value (${options.syntax})`, input.words[0])
        : fine(1),
    ...(keyword === undefined ? {} : { tokens: (target) => tokensOf(keyword, target) }),
  };
}

/** A routing domain: Linux has none in sshd, so every value is refused since 8.3. */
export const routingDomain: ArgumentKind = {
  name: 'routing-domain',
  syntax: 'NAME | %D | none',
  shape: 'word',
  tokens: (target) => tokensOf('RDomain', target),
  check(input) {
    const word = firstWord(input);
    if (word === undefined) return missing(input, 'a routing domain', input.words[0]);
    if (word.value.toLowerCase() === 'none' && !since(input, '8.3p1')) return fine(1);
    return bad(word, `${input.keyword} is not supported on this platform; sshd refuses every value. Remove the line.`);
  },
};
