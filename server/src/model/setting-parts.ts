// What one line sets, in the words of `sshd -T`: one value, or several parts that are set each for itself. Takes the line for accepted.
import { ownValue } from '../base/own-value';
import { environmentWords } from '../catalog/arguments/user-patterns';
import { untilEmpty } from '../catalog/arguments/checked';
import { INT_MAX } from '../catalog/arguments/integer';
import { qosNames } from '../catalog/arguments/ipqos';
import { portNumber } from '../catalog/arguments/port';
import { sizeInBytes } from '../catalog/arguments/rekey-limit';
import { rawRest } from '../catalog/arguments/rest-of-line';
import { scannedInts } from '../catalog/arguments/scanned-numbers';
import { timeInSeconds } from '../catalog/arguments/time';
import type { KnownDirective } from '../catalog/catalog';
import type { Keyword } from '../catalog/directives';
import { OLD_QOS_NAMES, PRINTED_IN_CAPITALS, PRINTED_WORDS, QOS_BITS } from '../catalog/printed-words';
import { dialectOf, type Target } from '../catalog/targets';
import { isSince, valueAt } from '../catalog/versions';
import type { DirectiveLine } from '../syntax/tree';
import { assembledAlgorithms } from './algorithm-assembly';
import { penaltyParts } from './penalty-parts';

/** A part of a setting: `''` where it has only one. The values are printed in one line or in several, as the keyword has it. */
export interface SettingPart {
  readonly name: string;
  readonly values: readonly string[];
}

/** What the line sets; nothing where it has no argument that sshd takes. */
export function settingParts(line: DirectiveLine, directive: KnownDirective, target: Target): readonly SettingPart[] {
  const words = wordsOf(line, directive, target);
  if (words.length === 0) return [];
  const [first = '', ...others] = words;
  switch (directive.slot) {
    case 'RekeyLimit':
      return rekeyParts(first, others[0], target);
    case 'MaxStartups':
      return startupParts(first, target);
    case 'PerSourcePenalties':
      return penaltyParts(words, target);
    case 'Subsystem':
      return [{ name: first, values: [command(others, target)] }];
    default:
      return whole(printedValues(words, directive, target));
  }
}

function whole(values: readonly string[]): readonly SettingPart[] {
  return values.length === 0 ? [] : [{ name: '', values }];
}

function wordsOf(line: DirectiveLine, { argument, slot }: KnownDirective, target: Target): readonly string[] {
  if (argument.name === 'rest-of-line') {
    const raw = rawRest({ line });
    return raw === '' ? [] : [raw];
  }
  const words = slot === 'SetEnv' ? environmentWords(line, target) : line.words;
  return (dialectOf(target) === 'argv-split' ? words : untilEmpty(words)).map((word) => word.value);
}

/** The words of an argument as sshd -T prints them. */
export function printedValues(
  words: readonly string[],
  { argument, slot }: Pick<KnownDirective, 'argument' | 'slot'>,
  target: Target,
): readonly string[] {
  const { release } = target;
  const [first = ''] = words;
  switch (argument.name) {
    case 'yes-no':
      return [first.toLowerCase()];
    case 'one-of':
      return [printedWord(first, slot, target)];
    case 'integer':
      return [integerText(first)];
    case 'time':
      return [timeText(first, slot, target)];
    case 'octal-mask':
      return [`0${(Number.parseInt(first.trim(), 8) || 0).toString(8)}`];
    case 'port':
      return [String(portNumber(first, release) ?? first)];
    case 'path':
      return [pathText(first)];
    case 'path-list':
      return words.map(slot === 'AuthorizedKeysFile' ? expanded : pathText);
    case 'address-list':
    case 'text':
      return [noneText(first)];
    case 'rest-of-line':
      return [slot === 'VersionAddendum' || slot === 'ForceCommand' ? noneText(first) : first];
    case 'algorithm-list':
      return [assembledAlgorithms(slot, first, target)];
    case 'ip-qos':
      return [`${qosText(first, target)} ${qosText(words[1] ?? first, target)}`];
    case 'net-block-size':
      return [blockSize(first, target)];
    case 'public-key-options':
      return [publicKeyOptions(words)];
    case 'environment-assignments':
      return assignments(words, target);
    case 'host-ports':
      return hostPorts(words, slot, target);
    default:
      return words;
  }
}

function printedWord(word: string, slot: Keyword, { release }: Target): string {
  const lower = word.toLowerCase();
  const steps = ownValue(PRINTED_WORDS[slot] ?? {}, lower);
  if (steps !== undefined) return valueAt(steps, release) ?? lower;
  return PRINTED_IN_CAPITALS.has(slot) ? word.toUpperCase() : lower;
}

// atoi() up to 7.6.
function integerText(text: string): string {
  return /^none$/i.test(text) ? 'none' : String(Number.parseInt(text, 10) || 0);
}

function timeText(text: string, slot: Keyword, { release }: Target): string {
  const seconds = timeInSeconds(text, release);
  const off = slot === 'UnusedConnectionTimeout' && (seconds === undefined || seconds === 0);
  return off ? 'none' : String(seconds ?? text);
}

function noneText(text: string): string {
  return text.toLowerCase() === 'none' ? 'none' : text;
}

/** derelativise_path() for a sshd that root runs; what is relative depends on the folder sshd was started in, and stays as it is. */
function pathText(text: string): string {
  return noneText(expanded(text));
}

function expanded(text: string): string {
  return text === '~' || text.startsWith('~/') ? `/root${text.slice(1)}` : text;
}

function qosText(text: string, { release }: Target): string {
  const lower = text.toLowerCase();
  const noMore = OLD_QOS_NAMES.includes(lower) && isSince(release, '10.1p1');
  if (lower === 'none' || noMore) return 'none';
  const named = QOS_BITS.find(([name]) => name === lower)?.[1];
  const bits = named ?? (/^[+-]?0[0-7]+$/.test(text) && !isSince(release, '9.8p1') ? Number.parseInt(text, 8) : Number(text));
  const known = [...qosNames(release)];
  const name = QOS_BITS.find(([one, value]) => value === bits && known.includes(one))?.[0];
  return name === undefined || (OLD_QOS_NAMES.includes(name) && isSince(release, '10.1p1'))
    ? `0x${bits.toString(16).padStart(2, '0')}`
    : name;
}

// With one number the length for IPv6 stays what it was in memory; since 10.3 it is the default.
function blockSize(text: string, { release }: Target): string {
  const [bits4 = 32, bits6] = scannedInts(text, 2);
  return `${bits4}:${bits6 ?? (isSince(release, '10.3p1') ? 128 : 0)}`;
}

function publicKeyOptions(words: readonly string[]): string {
  const lower = words.map((word) => word.toLowerCase());
  const on = ['touch-required', 'verify-required'].filter((option) => lower.includes(option));
  return on.length === 0 ? 'none' : on.join(' ');
}

// A second value of a name within one line is dropped since 9.1.
function assignments(words: readonly string[], { release }: Target): readonly string[] {
  if (!isSince(release, '9.1p1')) return words;
  const names = new Set<string>();
  return words.filter((word) => {
    const name = word.slice(0, word.indexOf('='));
    return !names.has(name) && names.add(name) !== undefined;
  });
}

function hostPorts(words: readonly string[], slot: Keyword, { release }: Target): readonly string[] {
  const [first = ''] = words;
  if ((first === 'any' || first === 'none') && !isSince(release, '9.8p1')) return [first];
  const bare = (word: string) => slot === 'PermitListen' && !word.includes(':') && !/^(any|none)$/.test(word);
  return words.map((word) => (bare(word) ? `*:${word}` : word));
}

function rekeyParts(size: string, time: string | undefined, target: Target): readonly SettingPart[] {
  const bytes = size === 'default' ? 0n : (sizeInBytes(size) ?? 0n);
  const parts: SettingPart[] = [{ name: 'size', values: [String(bytes)] }];
  const seconds = time === undefined || time === 'none' ? undefined : timeInSeconds(time, target.release);
  if (seconds !== undefined) parts.push({ name: 'time', values: [String(seconds)] });
  return parts;
}

// sMaxStartups: one number is START and FULL; 10.1 and 10.2 take it for FULL alone.
function startupParts(text: string, { release }: Target): readonly SettingPart[] {
  const [start = INT_MAX, rate, full] = scannedInts(text, 3);
  const part = (name: string, value: number): SettingPart => ({ name, values: [String(value)] });
  if (rate !== undefined && full !== undefined) return [part('start', start), part('rate', rate), part('full', full)];
  const lost = isSince(release, '10.1p1') && !isSince(release, '10.3p1');
  return lost ? [part('full', start)] : [part('start', start), part('full', start)];
}

// Since 9.5 the command is put together again as it would have to be written (argv_assemble()).
function command(words: readonly string[], { release }: Target): string {
  if (!isSince(release, '9.5p1')) return words.join(' ');
  return words
    .map((word) => {
      const escaped = word.replace(/[\\'"]/g, '\\$&');
      return /[ \t]/.test(word) ? `"${escaped}"` : escaped;
    })
    .join(' ');
}
