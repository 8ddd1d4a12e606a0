// IPQoS: one or two DSCP names or numbers (parse_ipqos() of misc.c).
import { nearest } from '../../base/edit-distance';
import type { Word } from '../../syntax/tree';
import { isSince, type Release } from '../versions';
import type { ArgumentInput, ArgumentKind, Checked } from './argument-kind';
import { bad, fine, given, missing } from './checked';
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

/** The names the release knows. */
export function qosNames(release: Release): readonly string[] {
  return [...CLASSES, ...OLD_NAMES, ...LATER.filter(([, since]) => isSince(release, since)).map(([name]) => name)];
}

function isQos(text: string, release: Release): boolean {
  if (qosNames(release).includes(text.toLowerCase())) return true;
  if (isSince(release, '9.8p1')) return integerProblem(text, 255) === undefined;
  // strtol() in base 0: 0x.. is hexadecimal, 0.. octal.
  const number = /^\s*([+-]?)(0x[0-9a-f]+|0[0-7]*|[1-9]\d*)$/i.exec(text);
  if (number === null) return false;
  const digits = number[2] ?? '';
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return value <= 255 && (number[1] !== '-' || value === 0);
}

export const ipQos: ArgumentKind = {
  name: 'ip-qos',
  syntax: 'INTERACTIVE [BULK]',
  shape: 'words',
  choices: (target) =>
    qosNames(target.release).map((label) => ({
      label,
      deprecated: OLD_NAMES.includes(label) && isSince(target.release, '10.1p1'),
    })),
  check(input) {
    const [first, second] = input.words;
    if (given(first) === undefined || first === undefined) return missing(input, 'a DSCP name or number', first);
    return problem(input, first) ?? (second === undefined ? fine(1) : (problem(input, second) ?? fine(2)));
  },
};

function problem(input: ArgumentInput, word: Word): Checked | undefined {
  const { release } = input.target;
  if (isQos(word.value, release)) return undefined;
  const number =
    /^0x/i.test(word.value) && isSince(release, '9.8p1') ? ' Since OpenSSH 9.8 numbers are decimal only.' : '';
  return bad(
    word,
    `\`${word.value}\` is no DSCP name and no number from 0 to 255; sshd refuses it.${number}`,
    nearest(word.value, qosNames(release)),
  );
}
