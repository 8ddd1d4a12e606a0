// Random inputs: files that nearly make sense, delivered files gone wrong, noise; for a random target and with random edits.
import { POLICIES, type Policy } from '../../server/src/catalog/policies';
import { TARGETS, type Target } from '../../server/src/catalog/targets';
import { SEVERITIES } from '../../server/src/model/rule-settings';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/model/snapshot';
import { RULES } from '../../server/src/rules/registry';
import type { TextEdit } from '../../server/src/syntax/parse';
import type { Random } from './random';
import {
  ALGORITHMS,
  ARGUMENTS,
  CRITERION_EXAMPLES,
  CRITERION_NAMES,
  FILES,
  KEYWORDS,
  ODD_BITS,
  ODD_WORDS,
} from './words';

/** One thing to survive. */
export interface FuzzInput {
  readonly text: string;
  readonly target: Target;
  /** Whether the target is named by whoever asks, so that comments in the text do not count. */
  readonly asked: boolean;
  readonly byteOrderMark: boolean;
  readonly settings: Settings;
  /** Applied one after the other. */
  readonly edits: readonly TextEdit[];
}

export function fuzzInput(random: Random): FuzzInput {
  const text = someText(random);
  return {
    text,
    target: random.pick(TARGETS),
    asked: random.chance(0.7),
    byteOrderMark: random.chance(0.05),
    settings: random.chance(0.7) ? DEFAULT_SETTINGS : someSettings(random),
    edits: someEdits(random, text),
  };
}

function someText(random: Random): string {
  const kind = random.below(100);
  if (kind < 50) return directives(random, 1 + random.below(14));
  if (kind < 70) return mutated(random, directives(random, 1 + random.below(10)), 1 + random.below(6));
  if (kind < 88) return mutated(random, stretch(random), 1 + random.below(8));
  if (kind < 98) return noise(random, random.below(120));
  return long(random);
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

function directives(random: Random, count: number): string {
  const end = random.chance(0.1) ? '\r\n' : '\n';
  return times(count, () => line(random)).join(end) + (random.chance(0.8) ? end : '');
}

function line(random: Random): string {
  const kind = random.below(20);
  if (kind === 0) return random.pick(['', '# note', '#Port 22', '   ', '# sshd-config: target=rhel-9']);
  if (kind < 4) return matchLine(random);
  const keyword = random.pick(KEYWORDS);
  const indent = random.chance(0.2) ? random.pick(['  ', '\t', ' \r', '\f']) : '';
  const between = random.chance(0.85) ? ' ' : random.pick(['=', ' = ', '\t', '', '  ', '==', '" ']);
  return indent + spelt(random, keyword) + between + argument(random, keyword) + tail(random);
}

function spelt(random: Random, keyword: string): string {
  if (random.chance(0.85)) return keyword;
  const at = random.below(keyword.length);
  return random.pick([
    keyword.toLowerCase(),
    keyword.toUpperCase(),
    `"${keyword}"`,
    keyword.slice(0, at) + keyword.slice(at + 1),
    keyword.slice(0, at) + random.pick([...'aeZ"=\0']) + keyword.slice(at),
  ]);
}

function argument(random: Random, keyword: string): string {
  const known = ARGUMENTS.get(keyword) ?? ['yes'];
  const word = (): string => {
    const kind = random.below(10);
    if (kind < 6) return random.pick(known);
    if (kind < 9) return random.pick(ODD_WORDS);
    return times(1 + random.below(4), () => random.pick(ALGORITHMS)).join(',');
  };
  const count = random.chance(0.7) ? 1 : random.below(6);
  const text = times(count, word).join(random.chance(0.9) ? ' ' : random.pick([',', '=', '\t', '" "', '', ':']));
  return random.chance(0.9)
    ? text
    : random.pick([`"${text}"`, `"${text}`, `'${text}'`, text.toUpperCase(), `${text}\\`]);
}

function matchLine(random: Random): string {
  const criterion = (): string =>
    random.chance(0.6)
      ? random.pick(CRITERION_EXAMPLES)
      : random.pick(CRITERION_NAMES) + random.pick([' ', '=', ' = ', '']) + random.pick(ODD_WORDS);
  return `${spelt(random, 'Match')} ${times(random.below(4), criterion).join(' ')}${tail(random)}`;
}

function tail(random: Random): string {
  return random.chance(0.9)
    ? ''
    : random.pick([' # why', '#why', ' ', '\t', ' extra', ' "', '\0', '\0 x', ' =', ' \\', '\f', '\r']);
}

// Some lines of a delivered file.
function stretch(random: Random): string {
  const lines = random.pick(FILES).split('\n');
  const from = random.below(lines.length);
  const text = lines.slice(from, from + 5 + random.below(40)).join('\n');
  // Delivered files are mostly comments: without their marks they say something.
  return random.chance(0.5) ? text.replace(/^#(?=[A-Z])/gm, '') : text;
}

function mutated(random: Random, text: string, count: number): string {
  let result = text;
  for (let i = 0; i < count; i++) result = mutatedOnce(random, result);
  return result;
}

function mutatedOnce(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + random.below(30));
  switch (random.below(9)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, end) + text.slice(at);
    case 2:
      return text.slice(0, at) + random.pick(ODD_BITS) + text.slice(at);
    case 3:
      return text.slice(0, at) + random.pick(ODD_WORDS) + text.slice(end);
    case 4:
      return text.slice(0, at) + line(random) + text.slice(at);
    case 5:
      return (
        text.slice(0, at) + String.fromCharCode(random.below(random.chance(0.9) ? 256 : 65536)) + text.slice(at + 1)
      );
    case 6: {
      const lines = text.split('\n');
      const [one, other] = [random.below(lines.length), random.below(lines.length)];
      [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
      return lines.join('\n');
    }
    case 7:
      return random.pick([
        text.replaceAll('\n', '\r\n'),
        text.replaceAll('\n', '\r'),
        `\uFEFF${text}`,
        text.toUpperCase(),
      ]);
    default:
      return text.slice(0, at) + stretch(random).slice(0, 200);
  }
}

function noise(random: Random, length: number): string {
  const pools: readonly (() => string)[] = [
    () => random.pick(ODD_BITS),
    () => random.pick(ODD_WORDS),
    () => String.fromCharCode(random.below(256)),
    () => random.pick([...' \t\n"\'\\=#,:@%*!\0\r']),
    () => random.pick(KEYWORDS),
  ];
  const pool = random.chance(0.5) ? pools : [random.pick(pools)];
  return times(length, () => random.pick(pool)()).join('');
}

// Past every limit of sshd, but small enough to have many of them.
function long(random: Random): string {
  const unit = random.pick([...ODD_WORDS, ...ODD_BITS, `${line(random)}\n`, 'Match User a\n', 'a ', '"a" ']);
  const repeated = unit.repeat(1 + Math.floor((random.chance(0.1) ? 60_000 : 3000) / unit.length));
  const text = `${line(random)}${random.pick([' ', '\n', ''])}${repeated}`;
  return random.chance(0.5) ? text : `${text}\n${directives(random, 5)}`;
}

function someSettings(random: Random): Settings {
  const number = (): number => random.pick([0, 1, 2, 3, 15, 30, 45, 60, 300, 3600, 2_147_483, 2_147_483_647]);
  return {
    keepalive: {
      ...(random.chance(0.5) ? { interval: number() || 1, countMax: number() || 1 } : {}),
      lostProbes: number(),
      shortestWindow: number(),
      longestWindow: number(),
      ...(random.chance(0.5) ? { natTimeout: number() } : {}),
    },
    format: {
      indentMatch: random.chance(0.5),
      keywordCase: random.pick(['canonical', 'keep'] as const),
      separator: random.pick(['space', 'align', 'keep'] as const),
      blankLinesBetweenBlocks: random.below(3),
      mostBlankLines: random.below(3),
    },
    inlayHints: flags(random, DEFAULT_SETTINGS.inlayHints, 0.9),
    codeLens: flags(random, DEFAULT_SETTINGS.codeLens, 0.7),
    rules: {
      policy: random.pick(Object.keys(POLICIES) as Policy[]),
      severities: random.chance(0.7) ? {} : { [random.pick(RULES).id]: random.pick(SEVERITIES) },
      keywords: random.chance(0.7) ? [] : ['prot', 'x'],
      ...(random.chance(0.5) ? { upgradeTo: random.pick(TARGETS) } : {}),
    },
  };
}

function flags<T extends Readonly<Record<string, boolean>>>(random: Random, names: T, likely: number): T {
  return Object.fromEntries(Object.keys(names).map((name) => [name, random.chance(likely)])) as T;
}

function someEdits(random: Random, text: string): readonly TextEdit[] {
  let length = text.length;
  return times(random.below(4), () => {
    const start = random.below(length + 1);
    const end = Math.min(length, start + (random.chance(0.6) ? 0 : random.below(40)));
    const newText = random.chance(0.25)
      ? ''
      : random.pick([
          random.pick(ODD_BITS),
          random.pick(ODD_WORDS),
          `${line(random)}\n`,
          random.pick(KEYWORDS),
          'x',
          ' ',
        ]);
    length += newText.length - (end - start);
    return { start, end, newText };
  });
}
