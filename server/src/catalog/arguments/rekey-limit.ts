// RekeyLimit: a size (scan_scaled() of fmt_scaled.c) or `default`, and a time or `none`.
import { durationInWords } from '../../base/duration';
import { grouped } from '../../base/grouped';
import type { Word } from '../../syntax/tree';
import type { Target } from '../targets';
import type {
  ArgumentInput,
  ArgumentKind,
  Checked,
  Choice,
  SettingInput,
  SettingLines,
  Settled,
  Written,
} from './argument-kind';
import { bad, emptyWordBehind, fine, firstWord, given, missing, modern, refused, since } from './checked';
import { timeChoices, timeInSeconds } from './time';

const LONG_MAX = 9223372036854775807n;
const SCALES: Readonly<Record<string, bigint>> = {
  b: 1n,
  k: 1n << 10n,
  m: 1n << 20n,
  g: 1n << 30n,
  t: 1n << 40n,
  p: 1n << 50n,
  e: 1n << 60n,
};

/** Bytes that scan_scaled() makes of a text; undefined where it fails. */
export function sizeInBytes(text: string): bigint | undefined {
  const parts = /^[ \t\n\v\f\r]*([+-]?)(\d*)(?:\.(\d*))?([bkmgtpe]?)(.*)$/is.exec(text);
  if (parts === null) return undefined;
  const [, sign, whole = '', fraction = '', scale = '', tail = ''] = parts;
  if (scale === '' ? tail !== '' : /^[a-z0-9]/i.test(tail)) return undefined;
  if (whole.length >= 21 || overflows(fraction)) return undefined;
  const factor = SCALES[scale.toLowerCase()] ?? 1n;
  const value = BigInt(whole || '0') * factor;
  if (value > LONG_MAX) return undefined;
  const extra =
    scale === '' || fraction === ''
      ? 0n
      : (BigInt(fraction.slice(0, 15)) * factor) / 10n ** BigInt(Math.min(15, fraction.length));
  return sign === '-' ? -(value + extra) : value + extra;
}

// Twenty digits of a fraction are read, into a long like the rest.
function overflows(fraction: string): boolean {
  return BigInt(fraction.slice(0, 20) || '0') > LONG_MAX;
}

export const rekeyLimit: ArgumentKind = {
  name: 'rekey-limit',
  syntax: 'SIZE | default [TIME | none]',
  shape: 'words',
  choices: limitChoices,
  check(input) {
    const word = firstWord(input);
    if (word === undefined) return missing(input, 'a size such as `1G`, or `default`', input.words[0]);
    return sizeProblem(input, word) ?? timeProblem(input);
  },
  settle: settledLimit,
  describe(value, target) {
    const seconds = timeInSeconds(value, target.release);
    if (/[kgtpe]$/i.test(value) && sizeInBytes(value) !== undefined) return sizeInWords(value);
    return seconds === undefined || /^\d+$/.test(value) ? undefined : durationInWords(seconds);
  },
};

function limitChoices(target: Target, { before, typed }: Written = { before: [], typed: '' }): readonly Choice[] {
  if (before.length > 1) return [];
  if (before.length === 1) return [{ label: 'none' }, ...timeChoices(typed, target, ['1h'])];
  const sizes = /^[1-9]\d{0,4}$/.test(typed) ? ['K', 'M', 'G'].map((unit) => typed + unit) : ['512M', '1G'];
  return [{ label: 'default' }, ...sizes.map((label) => ({ label, detail: sizeInWords(label) }))];
}

function sizeInWords(size: string): string {
  return `${grouped(sizeInBytes(size) ?? 0n)} bytes`;
}

function sizeProblem(input: ArgumentInput, word: Word): Checked | undefined {
  if (word.value === 'default') return undefined;
  const size = sizeInBytes(word.value);
  if (size === undefined) {
    const cased = word.value.toLowerCase() === 'default' ? ['default'] : [];
    return bad(
      word,
      `\`${word.value}\` is no size; sshd refuses it. Write a number with K, M or G (\`1G\`), or \`default\` in lower case.`,
      cased,
      { case: sizeFault(word.value) },
    );
  }
  if (size !== 0n && size < 16n)
    return bad(
      word,
      `A limit of ${word.value} bytes is too small; sshd refuses less than 16. Write, for example, \`1G\`.`,
      [],
      { case: 'small' },
    );
  if (size > 4294967295n && !since(input, '7.0p1'))
    return bad(word, `Up to OpenSSH 6.9 sshd refuses a limit of 4 GiB or more.`, [], { case: 'large' });
  return undefined;
}

// Which error scan_scaled() gives: no scale it knows, a second point or something behind the scale, or too large a number.
function sizeFault(text: string): string {
  const [, scale = '', tail = ''] = /^[ \t\n\v\f\r]*[+-]?\d{0,20}(?:\.\d*)?([bkmgtpe]?)(.*)$/is.exec(text) ?? [];
  if (tail.startsWith('.')) return 'tail';
  if (scale === '') return /^(\d|$)/.test(tail) ? 'overflow' : 'scale';
  return /^[a-z0-9]/i.test(tail) ? 'tail' : 'overflow';
}

function timeProblem(input: ArgumentInput): Checked {
  const second = input.words[1];
  if (second === undefined) return emptyWordBehind(input) || isCutOff(input) ? emptyTime(input) : fine(1);
  if (second.value === 'none' && (modern(input) || isAllThatIsLeft(second, input))) return fine(2);
  if (given(second) === undefined) return missing(input, 'a time, or `none`', second, { case: 'no-time' });
  if (timeInSeconds(second.value, input.target.release) !== undefined) return fine(2);
  return bad(
    second,
    `\`${second.value}\` is no time; sshd refuses it. Write, for example, \`1h\`, or \`none\` in lower case.`,
    [],
    { case: 'time' },
  );
}

// The time is in a quote that never closes.
function isCutOff(input: ArgumentInput): boolean {
  return !modern(input) && input.line.unclosedQuote !== undefined;
}

// Up to 8.6 the whole of what is left is compared with `none`, quotes, blanks and `=` included.
function isAllThatIsLeft(word: Word, input: ArgumentInput): boolean {
  return input.words.length === 2 && !word.quoted && !emptyWordBehind(input) && !isCutOff(input);
}

function emptyTime(input: ArgumentInput): Checked {
  return refused({
    rule: 'missing-argument',
    range: input.line.keyword,
    sshd: { case: 'no-time' },
    message: isCutOff(input)
      ? 'The quote never closes, so sshd finds no time in it and refuses the line. Close it, or leave the quotes out.'
      : input.words[0]?.quoted
        ? 'Up to OpenSSH 8.6 sshd reads an empty time behind a size in quotes and refuses it. Remove the quotes, or write a time.'
        : 'Up to OpenSSH 7.4 sshd reads the blank behind the size as an empty time and refuses it. Remove the blank (and a comment behind it), or write a time.',
  });
}

// Size and time are kept apart, and a time of `none` leaves the time alone.
function settledLimit<L extends SettingInput>({ global, blocks, target }: SettingLines<L>): Settled<L> {
  const timed = ({ words }: L) => words[1] !== undefined && words[1].value !== 'none';
  const size = blocks[0] ?? global[0];
  const time = blocks.find(timed) ?? global.find(timed);
  const bytes = sizeInBytes(size?.words[0]?.value ?? '') ?? 0n;
  const seconds = timeInSeconds(time?.words[1]?.value ?? '', target.release) ?? 0;
  return { values: [`${bytes} ${seconds}`], by: [...new Set([size, time])].filter((line) => line !== undefined) };
}
