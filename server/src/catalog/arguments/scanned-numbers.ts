// Numbers that sshd reads with sscanf("%d:%d..."): what follows them is not looked at. MaxStartups and PerSourceNetBlockSize.
import { isSince } from '../versions';
import type { ArgumentKind, SettingInput, SettingLines, Settled } from './argument-kind';
import { bad, fine, firstWord, missing, since } from './checked';
import { leadingInt } from './integer';

/** sscanf(text, "%d:%d:%d"): the ints it stores, at most `most`. */
export function scannedInts(text: string, most: number): readonly number[] {
  const out: number[] = [];
  let rest = text;
  while (out.length < most) {
    const number = /^[ \t\n\v\f\r]*([+-]?\d+)/.exec(rest);
    if (number === null) break;
    out.push(leadingInt(number[1] ?? ''));
    rest = rest.slice(number[0].length);
    if (!rest.startsWith(':')) break;
    rest = rest.slice(1);
  }
  return out;
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
  settle: settledStartups,
  describe(value) {
    const [start, rate, full] = scannedInts(value, 3);
    if (start === undefined) return undefined;
    if (full === undefined) return `all further connections are dropped while ${start} are not logged in`;
    return `${rate} % of new connections are dropped from ${start} not logged in, rising to all of them at ${full}`;
  },
};

interface Startups<L> {
  readonly start?: number;
  readonly rate?: number;
  readonly full?: number;
  readonly by: readonly L[];
}

// Up to 10.0 each line is scanned into the numbers that hold, so a lone number leaves the rate of a line above. Since 10.1 the first line
// wins; its lone number is FULL, and until 10.3 START stays at its default.
function settledStartups<L extends SettingInput>({ global, target, preset = '' }: SettingLines<L>): Settled<L> {
  const first = isSince(target.release, '10.1p1');
  const wholeStart = !first || isSince(target.release, '10.3p1');
  let held: Startups<L> = { by: [] };
  for (const line of first ? global.slice(0, 1) : global) {
    const [one = 0, rate, full] = scannedInts(line.words[0]?.value ?? '', 3);
    if (rate !== undefined && full !== undefined) held = { start: one, rate, full, by: [line] };
    else
      held = { ...(wholeStart ? { start: one } : {}), ...rateOf(held), full: one, by: [...held.by.slice(0, 1), line] };
  }
  const [start = 10, rate = 30, full = 100] = scannedInts(preset, 3);
  return { values: [`${held.start ?? start}:${held.rate ?? rate}:${held.full ?? full}`], by: held.by };
}

function rateOf<L>({ rate }: Startups<L>): { readonly rate?: number } {
  return rate === undefined ? {} : { rate };
}

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
  printed({ words, target }) {
    const [bits4, bits6] = scannedInts(words[0]?.value ?? '', 2);
    return [`${bits4}:${bits6 ?? (isSince(target.release, '10.3p1') ? 128 : 0)}`];
  },
  describe: (value, target) =>
    value.includes(':') || isSince(target.release, '10.3p1')
      ? undefined
      : 'before OpenSSH 10.3 the IPv6 length is left wrong when only one number is given',
};
