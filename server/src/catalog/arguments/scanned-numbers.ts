// Numbers that sshd reads with sscanf("%d:%d..."): what follows them is not looked at. MaxStartups and PerSourceNetBlockSize.
import { isSince } from '../versions';
import type { ArgumentKind } from './argument-kind';
import { bad, fine, firstWord, missing, since } from './checked';

/** sscanf(text, "%d:%d:%d"): the ints it stores, at most `most`. */
export function scannedInts(text: string, most: number): readonly number[] {
  const out: number[] = [];
  let rest = text;
  while (out.length < most) {
    const number = /^[ \t\n\v\f\r]*([+-]?\d+)/.exec(rest);
    if (number === null) break;
    out.push(asInt(number[1] ?? ''));
    rest = rest.slice(number[0].length);
    if (!rest.startsWith(':')) break;
    rest = rest.slice(1);
  }
  return out;
}

// strtol() stops at the ends of a long; the int keeps its lower 32 bits.
function asInt(digits: string): number {
  const long =
    BigInt.asIntN(64, BigInt(digits.replace('+', ''))) === BigInt(digits.replace('+', ''))
      ? BigInt(digits.replace('+', ''))
      : digits.startsWith('-')
        ? -(2n ** 63n)
        : 2n ** 63n - 1n;
  return Number(BigInt.asIntN(32, long));
}

/** MaxStartups: START, or START:RATE:FULL. */
export const maxStartups: ArgumentKind = {
  name: 'max-startups',
  syntax: 'FULL | START:RATE:FULL',
  shape: 'word',
  choices: () => [{ label: '10:30:100' }],
  check(input) {
    const word = firstWord(input);
    if (word === undefined) return missing(input, 'a number, or START:RATE:FULL', input.words[0]);
    const [start = 0, rate = 0, full = 0, ...none] = scannedInts(word.value, 3);
    const count = scannedInts(word.value, 3).length - none.length;
    if (count !== 1 && count !== 3)
      return bad(
        word,
        `\`${word.value}\` is neither a number nor START:RATE:FULL; sshd refuses it. Write, for example, \`10:30:100\`.`,
      );
    if (count === 3 && (start > full || rate > 100 || rate < 1))
      return bad(
        word,
        `sshd refuses \`${word.value}\`: ${start > full ? 'START may not be above FULL' : 'RATE is a percentage from 1 to 100'}. Write, for example, \`10:30:100\`.`,
      );
    if (since(input, '9.2p1') && (start <= 0 || (count === 3 && full <= 0)))
      return bad(word, `sshd refuses \`${word.value}\`: since OpenSSH 9.2 the numbers must be at least 1.`);
    return fine(1);
  },
  describe(value) {
    const [start, rate, full] = scannedInts(value, 3);
    if (start === undefined) return undefined;
    if (full === undefined) return `all further connections are dropped while ${start} are not logged in`;
    return `${rate} % of new connections are dropped from ${start} not logged in, rising to all of them at ${full}`;
  },
};

/** PerSourceNetBlockSize: IPv4 bits, or IPv4 bits:IPv6 bits. */
export const netBlockSize: ArgumentKind = {
  name: 'net-block-size',
  syntax: 'BITS4[:BITS6]',
  shape: 'word',
  choices: () => [{ label: '32:128' }, { label: '24:64' }],
  check(input) {
    const word = firstWord(input);
    if (word === undefined) return missing(input, 'a number of bits', input.words[0]);
    const [bits4, bits6 = 0] = scannedInts(word.value, 2);
    if (bits4 !== undefined && bits4 >= 0 && bits4 <= 32 && bits6 >= 0 && bits6 <= 128) return fine(1);
    return bad(
      word,
      `\`${word.value}\` is not BITS4 or BITS4:BITS6; sshd refuses it. IPv4 has 0 to 32 bits, IPv6 0 to 128: \`32:128\`.`,
    );
  },
  describe: (value, target) =>
    value.includes(':') || isSince(target.release, '10.3p1')
      ? undefined
      : 'before OpenSSH 10.3 the IPv6 length is left wrong when only one number is given',
};
