// PerSourcePenalties: yes, no, or NAME:VALUE parts (9.8 and later).
import { durationInWords } from '../../base/duration';
import { nearest } from '../../base/edit-distance';
import type { Word } from '../../syntax/tree';
import type { Target } from '../targets';
import { isSince, type Release, shortName } from '../versions';
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
import { bad, fine, missing, refused, since } from './checked';
import { integerProblem, leadingInt } from './integer';
import { scaledSeconds, timeChoices, timeInSeconds } from './time';

type Part = 'time' | 'count' | 'overflow';

const PARTS: readonly (readonly [name: string, part: Part, since: Release])[] = [
  ['crash', 'time', '9.8p1'],
  ['authfail', 'time', '9.8p1'],
  ['invaliduser', 'time', '10.3p1'],
  ['noauth', 'time', '9.8p1'],
  ['grace-exceeded', 'time', '9.8p1'],
  ['refuseconnection', 'time', '9.9p1'],
  ['max', 'time', '9.8p1'],
  ['min', 'time', '9.8p1'],
  ['max-sources4', 'count', '9.8p1'],
  ['max-sources6', 'count', '9.8p1'],
  ['overflow', 'overflow', '9.8p1'],
  ['overflow6', 'overflow', '9.8p1'],
];

function partsAt(release: Release) {
  return PARTS.filter(([, , since]) => isSince(release, since));
}

export const penalties: ArgumentKind = {
  name: 'penalties',
  syntax: 'yes | no | NAME:VALUE ...',
  shape: 'words',
  choices: penaltyChoices,
  check(input) {
    if (!since(input, '9.8p1')) return fine(Number.POSITIVE_INFINITY);
    for (const [index, word] of input.words.entries()) {
      const problem = wordProblem(input, word, index);
      if (problem !== undefined) return problem;
    }
    return input.words.length === 0 ? missing(input, '`yes`, `no` or NAME:VALUE') : fine(input.words.length);
  },
  settle: settledPenalties,
  describe(value, target) {
    const [name, text = ''] = value.split(':');
    const part = PARTS.find(([one]) => one === name);
    const seconds = part?.[1] === 'time' ? timeInSeconds(text, target.release) : undefined;
    return seconds === undefined ? undefined : durationInWords(seconds);
  },
};

function penaltyChoices(target: Target, { before, typed }: Written = { before: [], typed: '' }): readonly Choice[] {
  const parts = partsAt(target.release);
  const colon = typed.indexOf(':') + 1;
  if (colon === 0)
    return [
      ...(before.length === 0 ? [{ label: 'yes' }, { label: 'no' }] : []),
      ...parts.map(([name]) => ({ label: `${name}:` })),
    ];
  const front = typed.slice(0, colon);
  switch (parts.find(([name]) => `${name}:` === front)?.[1]) {
    case 'time':
      return timeChoices(typed.slice(colon), target, ['10s', '1m', '10m'], front);
    case 'count':
      return [{ label: `${front}65536` }];
    case 'overflow':
      return [{ label: `${front}permissive` }, { label: `${front}deny-all` }];
    case undefined:
      return [];
  }
}

function wordProblem(input: ArgumentInput, word: Word, index: number): Checked | undefined {
  const { value } = word;
  if (/^(yes|no)$/i.test(value)) {
    if (index === input.words.length - 1) return undefined;
    return refused({
      rule: 'bad-argument',
      range: word,
      message: `\`${value}\` must be the only argument of ${input.keyword}; sshd refuses it beside others.`,
      sshd: { case: 'alone' },
    });
  }
  const colon = value.indexOf(':');
  const name = colon < 0 ? value : value.slice(0, colon);
  const known = partsAt(input.target.release);
  const part = colon < 0 ? undefined : known.find(([one]) => one === name);
  if (part === undefined) {
    const near = nearest(
      name,
      known.map(([one]) => one),
    ).map((one) => (colon < 0 ? `${one}:` : one + value.slice(colon)));
    return bad(word, unknownPenalty(name, known), near);
  }
  return valueProblem(input, word, part[1], value.slice(colon + 1));
}

function unknownPenalty(name: string, known: typeof PARTS): string {
  if (known.some(([one]) => one === name)) return `\`${name}\` has no value; sshd refuses it. Write \`${name}:VALUE\`.`;
  const later = PARTS.find(([one]) => one === name)?.[2];
  if (later !== undefined)
    return `The penalty \`${name}\` is known since OpenSSH ${shortName(later)}; the target's sshd refuses the line. Leave it out.`;
  return `sshd knows no penalty \`${name}\` and refuses the line. It takes these names, in lower case: ${known.map(([one]) => one).join(', ')}.`;
}

function valueProblem(input: ArgumentInput, word: Word, part: Part, value: string): Checked | undefined {
  switch (part) {
    case 'time':
      return scaledSeconds(value, input.target.release) === undefined
        ? bad(
            word,
            `\`${value}\` behind the colon is no time; sshd refuses it. Write, for example, \`30s\` or \`5m\`.`,
            [],
            {
              case: 'time',
            },
          )
        : undefined;
    case 'count':
      return integerProblem(value) === undefined
        ? undefined
        : bad(word, `\`${value}\` behind the colon is no whole number; sshd refuses it.`, [], {
            case: 'count',
            element: value,
          });
    case 'overflow':
      return value === 'deny-all' || value === 'permissive'
        ? undefined
        : bad(
            word,
            `Behind the colon sshd takes \`deny-all\` or \`permissive\` and refuses \`${value}\`.`,
            ['permissive', 'deny-all'].map((one) => word.value.replace(/:.*/, `:${one}`)),
            { case: 'overflow' },
          );
  }
}

// The first value of each penalty counts, and so does the first `yes` or `no`; but a penalty that is set switches them on.
function settledPenalties<L extends SettingInput>({ global, target, preset = '' }: SettingLines<L>): Settled<L> {
  const held = new Map<string, { readonly value: string; readonly by: L }>();
  let on: { readonly value: boolean; readonly by: L } | undefined;
  for (const line of global) {
    for (const { value: text } of line.words) {
      if (/^(yes|no)$/i.test(text)) on ??= { value: text.toLowerCase() === 'yes', by: line };
      else {
        const [name = '', value = ''] = text.split(':');
        if (held.has(name)) continue;
        held.set(name, { value: printedPenalty(name, value, target.release), by: line });
        on = { value: true, by: line };
      }
    }
  }
  if (on?.value === false) return { values: ['no'], by: [on.by] };
  const parts = preset.split(' ').map((part) => {
    const name = part.slice(0, part.indexOf(':'));
    return `${name}:${held.get(name)?.value ?? part.slice(name.length + 1)}`;
  });
  const by = new Set([...held.values(), ...(on ? [on] : [])].map((one) => one.by));
  return { values: [parts.join(' ')], by: global.filter((line) => by.has(line)) };
}

function printedPenalty(name: string, value: string, release: Release): string {
  const part = PARTS.find(([one]) => one === name)?.[1];
  if (part === 'count') return String(leadingInt(value));
  if (part !== 'time') return value;
  const seconds = scaledSeconds(value, release) ?? 0;
  return isSince(release, '10.3p1') ? seconds.toFixed(6) : String(seconds);
}
