// Whole numbers: strtonum(0..INT_MAX) since 7.7, whatever atoi() makes of the text before.
import { isSince } from '../versions';
import type { ArgumentKind, Choice } from './argument-kind';
import { bad, fine, firstWord, missing, since } from './checked';

/** Largest value of a C int. */
export const INT_MAX = 2147483647;
/** Largest value of a C long. */
export const LONG_MAX = 9223372036854775807n;

/** Why strtonum(text, 0, INT_MAX) refuses the text; undefined when it takes it. strtoll() skips blanks in front and takes a sign. */
export function integerProblem(text: string, most = INT_MAX): 'invalid' | 'too small' | 'too large' | undefined {
  if (!/^[ \t\n\v\f\r]*[+-]?\d+$/.test(text)) return 'invalid';
  const value = Number(text.trim());
  if (value < 0) return 'too small';
  return value > most ? 'too large' : undefined;
}

/** atoi() of C: leading digits; strtol() stops at the ends of a long, and the int keeps its lower 32 bits. */
export function leadingInt(text: string): number {
  const digits = /^[ \t\n\v\f\r]*([+-]?\d+)/.exec(text)?.[1];
  if (digits === undefined) return 0;
  const value = BigInt(digits.replace('+', ''));
  const long = value > LONG_MAX ? LONG_MAX : value < -LONG_MAX - 1n ? -LONG_MAX - 1n : value;
  return Number(BigInt.asIntN(32, long));
}

interface IntegerOptions {
  readonly words?: readonly string[];
  readonly unit?: string;
  /** What many write. */
  readonly usual?: readonly Choice[];
}

/** A whole number from 0 to 2147483647. `words` are taken as they are, in exactly this case. */
export function integer(options: IntegerOptions = {}): ArgumentKind {
  const words = options.words ?? [];
  return {
    name: 'integer',
    syntax: [options.unit ?? 'NUMBER', ...words].join(' | '),
    shape: 'word',
    choices: () => [...(options.usual ?? []), ...words.map((label) => ({ label }))],
    check(input) {
      const word = firstWord(input);
      if (word === undefined) return missing(input, 'a whole number', input.words[0]);
      if (!since(input, '7.7p1') || words.includes(word.value)) return fine(1);
      const problem = integerProblem(word.value);
      if (problem === undefined) return fine(1);
      const same = words.find((one) => one === word.value.toLowerCase());
      if (same !== undefined)
        return bad(word, `sshd wants \`${same}\` in lower case and refuses \`${word.value}\`.`, [same]);
      return bad(
        word,
        `\`${word.value}\` is ${REASONS[problem]}; sshd refuses it. ${input.keyword} is a whole number from 0 to ${INT_MAX}.`,
      );
    },
    printed({ words: [word], target }) {
      const value = word === undefined || words.includes(word.value) ? INT_MAX : leadingInt(word.value);
      // -1 is how sshd notes that nothing is set.
      if (value === -1 && !isSince(target.release, '7.7p1')) return undefined;
      return [value === INT_MAX && words[0] !== undefined ? words[0] : String(value)];
    },
    describe: (value, target) =>
      isSince(target.release, '7.7p1') || integerProblem(value) === undefined
        ? undefined
        : `read as ${Number.parseInt(value, 10) || 0}`,
  };
}

const REASONS = { invalid: 'no whole number', 'too small': 'below 0', 'too large': 'too large' } as const;
