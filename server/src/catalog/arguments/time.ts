// Times as convtime() and, for UnusedConnectionTimeout, the word none. Values are seconds.
import { durationInWords } from '../../base/duration';
import type { Target } from '../targets';
import { isSince, type Release } from '../versions';
import type { ArgumentKind, Choice, SettingInput, SettingLines, Settled } from './argument-kind';
import { bad, fine, firstWord, missing } from './checked';
import { INT_MAX, LONG_MAX } from './integer';

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Seconds that convtime() of the release makes of the text, or undefined where it refuses. Since 10.3 a fraction of a second is read and dropped. */
export function timeInSeconds(text: string, release: Release): number | undefined {
  const seconds = scaledSeconds(text, release);
  return seconds === undefined || seconds > INT_MAX ? undefined : Math.trunc(seconds);
}

/** The same with the fraction, and of any size, where the release keeps it (convtime_double()). */
export function scaledSeconds(text: string, release: Release): number | undefined {
  return isSince(release, '10.3p1') ? withFractions(text) : wholeParts(text, release);
}

function wholeParts(text: string, release: Release): number | undefined {
  let total = 0n;
  let factor = 1n;
  let rest = text;
  // From 7.5 to 8.3 seconds behind another unit are counted in that unit.
  const keepsFactor = isSince(release, '7.5p1') && !isSince(release, '8.4p1');
  // From 8.1 on the largest long is refused, and so is the largest count of each unit.
  const least = isSince(release, '8.1p1') ? 1n : 0n;
  while (rest !== '') {
    const part = wholePart(rest, release);
    if (part === undefined) return undefined;
    factor = part.unit === 1n && keepsFactor ? factor : part.unit;
    if (part.count > LONG_MAX / factor - least) return undefined;
    total += part.count * factor;
    if (total > LONG_MAX - least) return undefined;
    rest = part.rest;
  }
  return text === '' ? undefined : asInt(total, release);
}

interface WholePart {
  readonly count: bigint;
  /** In seconds. */
  readonly unit: bigint;
  readonly rest: string;
}

// strtol() skips blanks and takes a sign; only a negative result is refused. Since 9.8 there are digits only.
function wholePart(text: string, release: Release): WholePart | undefined {
  const found = /^[ \t\n\v\f\r]*([+-]?)(\d+)([smhdw]?)/i.exec(text);
  if (found === null || (isSince(release, '9.8p1') && !/^\d/.test(text))) return undefined;
  const [all, sign, digits = '', name = ''] = found;
  const count = BigInt(digits);
  const rest = text.slice(all.length);
  if ((sign === '-' && count > 0n) || (name === '' && rest !== '')) return undefined;
  return { count, unit: BigInt(UNITS[name.toLowerCase()] ?? 1), rest };
}

function asInt(total: bigint, release: Release): number | undefined {
  if (total <= INT_MAX) return Number(total);
  return isSince(release, '8.5p1') ? undefined : wrapped(total);
}

// Up to 8.4 the long result was stored in an int; -1 there means refused.
function wrapped(total: bigint): number | undefined {
  const value = Number(BigInt.asIntN(32, total));
  return value === -1 ? undefined : value;
}

function withFractions(text: string): number | undefined {
  if (text === '') return undefined;
  let total = 0;
  let seconds = false;
  let rest = text;
  while (rest !== '') {
    const part = /^(\d*\.\d+|\d+)([smhdw]?)/i.exec(rest);
    if (part === null) return undefined;
    const unit = (part[2] ?? '').toLowerCase();
    const isSeconds = unit === '' || unit === 's';
    rest = rest.slice(part[0].length);
    if ((unit === '' && rest !== '') || (isSeconds && seconds) || (!isSeconds && part[1]?.includes('.')))
      return undefined;
    seconds ||= isSeconds;
    total += Number(part[1]) * (UNITS[unit] ?? 1);
  }
  return total;
}

// `5` may become seconds, minutes, hours or days.
const OFFERED_UNITS = ['s', 'm', 'h', 'd'];

/** The times that a number begins; behind nothing, the usual ones. `front`: what stands in the word before it. */
export function timeChoices(
  typed: string,
  { release }: Target,
  usual: readonly string[],
  front = '',
): readonly Choice[] {
  const started = /^[1-9]\d{0,4}$/.test(typed);
  const texts = started ? OFFERED_UNITS.map((unit) => typed + unit) : usual;
  return texts.map((text) => ({ label: front + text, detail: durationInWords(timeInSeconds(text, release) ?? 0) }));
}

/** A time; with `none`, in any case, where the directive takes it. */
export function time(options: { readonly none?: boolean; readonly usual?: readonly string[] } = {}): ArgumentKind {
  return {
    name: 'time',
    syntax: options.none ? 'TIME | none' : 'TIME',
    shape: 'word',
    choices: (target, written) => [
      ...timeChoices(written?.typed ?? '', target, options.usual ?? []),
      ...(options.none ? [{ label: 'none' }] : []),
    ],
    check(input) {
      const word = firstWord(input);
      if (word === undefined) return missing(input, 'a time such as `60`, `5m` or `1h30m`', input.words[0]);
      if (options.none && word.value.toLowerCase() === 'none') return fine(1);
      if (timeInSeconds(word.value, input.target.release) !== undefined) return fine(1);
      return bad(word, `\`${word.value}\` is no time; sshd refuses it. ${advice(word.value)}`);
    },
    printed: ({ words, target }) => {
      const seconds = timeInSeconds(words[0]?.value ?? '', target.release);
      return seconds === undefined ? undefined : [String(seconds)];
    },
    ...(options.none ? { settle: settledWithNone } : {}),
    describe(value, target) {
      const seconds = timeInSeconds(value, target.release);
      return seconds === undefined ? undefined : durationInWords(seconds);
    },
  };
}

// `none` is assigned without a look at what is there; a time, only where nothing is set yet.
function settledWithNone<L extends SettingInput>({ global, blocks, target, preset }: SettingLines<L>): Settled<L> {
  const lines = blocks.length > 0 ? blocks : global;
  const none = lines.findLast(({ words }) => words[0]?.value.toLowerCase() === 'none');
  if (none !== undefined) return { values: ['none'], by: [none] };
  const [first] = lines;
  if (first === undefined) return { values: preset === undefined ? [] : [preset], by: [] };
  const seconds = timeInSeconds(first.words[0]?.value ?? '', target.release) ?? 0;
  return { values: [seconds === 0 ? 'none' : String(seconds)], by: [first] };
}

function advice(value: string): string {
  if (/^\d*\.\d+s?$/i.test(value))
    return 'Fractions of a second are read since OpenSSH 10.3 only; write whole seconds.';
  if (/^(none|never|no|off)$/i.test(value)) return 'Write `0` to switch it off.';
  return 'Write whole numbers with the units s, m, h, d or w, without blanks: `90`, `5m`, `1h30m`.';
}
