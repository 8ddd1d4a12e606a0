// IPQoS: one or two DSCP names or numbers (parse_ipqos() of misc.c).
import { nearest } from '../../base/edit-distance';
import type { Word } from '../../syntax/tree';
import type { Target } from '../targets';
import { isSince, type Release } from '../versions';
import type { ArgumentInput, ArgumentKind, Checked } from './argument-kind';
import { bad, emptyWordBehind, fine, given, missing } from './checked';
import { integerProblem } from './integer';

const CLASSES = [
  'af11',
  'af12',
  'af13',
  'af21',
  'af22',
  'af23',
  'af31',
  'af32',
  'af33',
  'af41',
  'af42',
  'af43',
  'cs0',
  'cs1',
  'cs2',
  'cs3',
  'cs4',
  'cs5',
  'cs6',
  'cs7',
  'ef',
];
const OLD_NAMES = ['lowdelay', 'throughput', 'reliability'];
const LATER: readonly (readonly [string, Release])[] = [
  ['none', '7.6p1'],
  ['le', '8.2p1'],
  ['va', '10.3p1'],
];

// Debian 13 took it into its 10.0 with an update (10.0p1-7+deb13u3).
const BEFORE_RELEASE: readonly string[] = ['debian-13'];

/** Whether `lowdelay`, `throughput` and `reliability` stand for the system's own choice. */
export function oldNamesMeanNone({ id, release }: Target): boolean {
  return isSince(release, '10.1p1') || BEFORE_RELEASE.includes(id);
}

/** The names the release knows. */
export function qosNames(release: Release): readonly string[] {
  return [...CLASSES, ...OLD_NAMES, ...LATER.filter(([, since]) => isSince(release, since)).map(([name]) => name)];
}

// The type-of-service byte behind each name (netinet/ip.h). CS and AF classes follow from their numbers.
const OLD_VALUES: Readonly<Record<string, number>> = { lowdelay: 0x10, throughput: 0x08, reliability: 0x04 };

// `le` forgot the two bits behind the class up to 8.8 (bz#3373).
function byteOf(name: string, release: Release): number {
  const [kind, first = 0, second = 0] = [name.slice(0, 2), Number(name[2] ?? 0), Number(name[3] ?? 0)];
  if (kind === 'af') return first * 0x20 + second * 0x08;
  if (kind === 'cs') return first * 0x20;
  return { ef: 0xb8, le: isSince(release, '8.9p1') ? 0x04 : 0x01, va: 0xb0 }[name] ?? OLD_VALUES[name] ?? Number.NaN;
}

// parse_ipqos().
function qosByte(text: string, target: Target): number | 'none' | undefined {
  const { release } = target;
  const name = text.toLowerCase();
  if (qosNames(release).includes(name))
    return name === 'none' || (OLD_NAMES.includes(name) && oldNamesMeanNone(target)) ? 'none' : byteOf(name, release);
  if (isSince(release, '9.8p1')) return integerProblem(text, 255) === undefined ? Number(text.trim()) : undefined;
  // strtol() in base 0: 0x.. is hexadecimal, 0.. octal.
  const number = /^\s*([+-]?)(0x[0-9a-f]+|0[0-7]*|[1-9]\d*)$/i.exec(text);
  if (number === null) return undefined;
  const digits = number[2] ?? '';
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return value <= 255 && (number[1] !== '-' || value === 0) ? value : undefined;
}

// iptos2str(): the first name of the value.
function qosWord(text: string, target: Target): string {
  const { release } = target;
  const value = qosByte(text, target);
  if (value === undefined || value === 'none') return 'none';
  const later = LATER.filter(([name, since]) => name !== 'none' && isSince(release, since)).map(([name]) => name);
  const names = [...CLASSES, ...later, ...(oldNamesMeanNone(target) ? [] : OLD_NAMES)];
  return names.find((name) => byteOf(name, release) === value) ?? `0x${value.toString(16).padStart(2, '0')}`;
}

export const ipQos: ArgumentKind = {
  name: 'ip-qos',
  syntax: 'INTERACTIVE [BULK]',
  shape: 'words',
  choices: (target, written) =>
    (written?.before.length ?? 0) > 1
      ? []
      : qosNames(target.release).map((label) => ({
          label,
          deprecated: OLD_NAMES.includes(label) && oldNamesMeanNone(target),
        })),
  printed({ words: [interactive, bulk = interactive], target }) {
    return [`${qosWord(interactive?.value ?? '', target)} ${qosWord(bulk?.value ?? '', target)}`];
  },
  check(input) {
    const [first, second] = input.words;
    if (given(first) === undefined || first === undefined) return missing(input, 'a DSCP name or number', first);
    return problem(input, first) ?? (second === undefined ? behindOne(input) : (problem(input, second) ?? fine(2)));
  },
};

function behindOne(input: ArgumentInput): Checked {
  const [first] = input.words;
  if (first === undefined || !emptyWordBehind(input)) return fine(1);
  const message = first.quoted
    ? 'Up to OpenSSH 8.6 sshd reads a second, empty value behind one in quotes and refuses it. Remove the quotes, or write both values.'
    : 'Up to OpenSSH 7.4 sshd reads the blank behind the value as a second, empty one and refuses it. Remove the blank (and a comment behind it), or write both values.';
  return bad(first, message, [], { case: 'empty' });
}

function problem(input: ArgumentInput, word: Word): Checked | undefined {
  const { release } = input.target;
  if (qosByte(word.value, input.target) !== undefined) return undefined;
  const number =
    /^0x/i.test(word.value) && isSince(release, '9.8p1') ? ' Since OpenSSH 9.8 numbers are decimal only.' : '';
  return bad(
    word,
    `\`${word.value}\` is no DSCP name and no number from 0 to 255; sshd refuses it.${number}`,
    nearest(word.value, qosNames(release)),
  );
}
