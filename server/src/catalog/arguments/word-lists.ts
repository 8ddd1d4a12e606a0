// Lists of free words: ChannelTimeout, LogVerbose, PubkeyAuthOptions, Include.
import { durationInWords } from '../../base/duration';
import { nearest } from '../../base/edit-distance';
import { isSince, type Release } from '../versions';
import type { ArgumentInput, ArgumentKind, Checked } from './argument-kind';
import {
  bad,
  emptyArgument,
  fine,
  missing,
  modern,
  mustBeAlone,
  oneLine,
  problemAt,
  refused,
  since,
  untilEmpty,
} from './checked';
import { scaledSeconds, timeChoices, timeInSeconds } from './time';

const CHANNEL_TYPES = [
  'agent-connection',
  'direct-tcpip',
  'direct-streamlocal@openssh.com',
  'forwarded-tcpip',
  'forwarded-streamlocal@openssh.com',
  'session:*',
  'session:command',
  'session:shell',
  'session:subsystem:sftp',
  'tun-connection',
  'x11-connection',
  '*',
];

/** ChannelTimeout: TYPE=TIME parts, or none. */
export const channelTimeouts: ArgumentKind = {
  name: 'channel-timeouts',
  syntax: 'TYPE=TIME ... | none',
  shape: 'words',
  choices(target, { before, typed } = { before: [], typed: '' }) {
    const equals = typed.indexOf('=') + 1;
    if (equals > 0) return timeChoices(typed.slice(equals), target, ['5m', '1h'], typed.slice(0, equals));
    const types = [...CHANNEL_TYPES, ...(isSince(target.release, '9.7p1') ? ['global'] : [])];
    return [...(before.length === 0 ? [{ label: 'none' }] : []), ...types.map((type) => ({ label: `${type}=` }))];
  },
  printed: (input) =>
    !input.again && input.words[0]?.value.toLowerCase() === 'none' ? noTimeouts(input) : oneLine(input),
  check(input) {
    for (const [index, word] of input.words.entries()) {
      if (word.value.toLowerCase() === 'none') {
        // Up to 9.6 sshd looks only for what stands behind it.
        const others = since(input, '9.7p1') ? input.words.length > 1 : index < input.words.length - 1;
        if (others) return refused(mustBeAlone(input, word));
      } else if (channelTime(word.value, input) === undefined) {
        return bad(word, `\`${word.value}\` is not TYPE=TIME; sshd refuses it. Write, for example, \`session:*=1h\`.`);
      }
    }
    if (input.words.length === 0 && since(input, '9.7p1')) return missing(input, 'TYPE=TIME, or `none`');
    return fine(input.words.length);
  },
  describe(value, target) {
    const equals = value.indexOf('=');
    const seconds = equals < 1 ? undefined : channelSeconds(value.slice(equals + 1), target.release);
    return seconds === undefined ? undefined : inWords(seconds);
  },
};

function noTimeouts(input: ArgumentInput): readonly string[] {
  return since(input, '9.3p1') ? ['none'] : [];
}

function channelTime(text: string, input: ArgumentInput): number | undefined {
  const equals = text.indexOf('=');
  return equals < 1 ? undefined : channelSeconds(text.slice(equals + 1), input.target.release);
}

// Since 10.6 with the fraction, and of any size that a double holds.
function channelSeconds(text: string, release: Release): number | undefined {
  if (!isSince(release, '10.6p1')) return timeInSeconds(text, release);
  const seconds = scaledSeconds(text, release);
  return seconds !== undefined && Number.isFinite(seconds) ? seconds : undefined;
}

function inWords(seconds: number): string {
  return Number.isInteger(seconds) ? durationInWords(seconds) : `${seconds} s`;
}

/** LogVerbose: FILE:FUNCTION:LINE patterns, or none. */
export const logVerbose: ArgumentKind = {
  name: 'log-verbose',
  syntax: 'FILE:FUNCTION:LINE ... | none',
  shape: 'words',
  choices: () => [{ label: 'none' }],
  printed: oneLine,
  check(input) {
    if (!modern(input)) return fine(untilEmpty(input.words).length + 1);
    const empty = input.words.find((word) => word.value === '');
    const none = input.words.find((word) => word.value.toLowerCase() === 'none');
    if (empty !== undefined) return refused(emptyArgument(input, empty));
    if (none !== undefined && input.words.length > 1) return refused(mustBeAlone(input, none));
    return input.words.length === 0 && since(input, '9.7p1')
      ? missing(input, 'a pattern, or `none`')
      : fine(input.words.length);
  },
};

/** PubkeyAuthOptions: touch-required, verify-required, none; since 10.6 also how many keys a client may ask about. */
export const publicKeyOptions: ArgumentKind = {
  name: 'public-key-options',
  syntax: 'none | touch-required | verify-required | max-pk-ok:COUNT',
  syntaxAt: ({ release }) =>
    [...optionsAt(release), ...(isSince(release, '10.6p1') ? ['max-pk-ok:COUNT'] : [])].join(' | '),
  shape: 'words',
  choices: (target) => [
    ...optionsAt(target.release).map((label) => ({ label })),
    ...(isSince(target.release, '10.6p1') ? [{ label: 'max-pk-ok:6' }, { label: 'max-pk-ok:12' }] : []),
  ],
  describe(value, target) {
    const count = isSince(target.release, '10.6p1') ? QUESTIONS.exec(value)?.[1] : undefined;
    return count === undefined ? undefined : `${Number(count)} questions about keys before they count as failures`;
  },
  printed({ words }) {
    const given = new Set(words.map(({ value }) => value.toLowerCase()));
    const on = ['touch-required', 'verify-required'].filter((option) => given.has(option));
    const count = words.findLast(({ value }) => QUESTIONS.test(value))?.value;
    const options = on.length === 0 ? 'none' : on.join(' ');
    return [count === undefined ? options : `${options} max-pk-ok:${Number(QUESTIONS.exec(count)?.[1])}`];
  },
  check(input) {
    const known = optionsAt(input.target.release);
    const words = modern(input) ? input.words : untilEmpty(input.words);
    const counts = since(input, '10.6p1');
    const wrong = words.find(
      ({ value }) => !known.includes(value.toLowerCase()) && !(counts && countProblem(value) === undefined),
    );
    if (wrong === undefined) return fine(words.length + (modern(input) ? 0 : 1));
    const why = counts && QUESTIONS.test(wrong.value) ? countProblem(wrong.value) : undefined;
    if (why !== undefined)
      return refused({
        ...problemAt(
          'bad-argument',
          wrong,
          `\`${wrong.value}\`: behind the colon sshd wants a whole number from 0 to 255 and refuses this. The default is \`max-pk-ok:6\`.`,
          [],
          { case: 'count', element: why },
        ),
        soft: true,
      });
    return refused({
      ...problemAt(
        'bad-argument',
        wrong,
        `sshd knows no option \`${wrong.value}\` and refuses it. It knows ${known.map((one) => `\`${one}\``).join(', ')}.`,
        nearest(wrong.value, known),
      ),
      soft: modern(input),
    });
  },
};

const QUESTIONS = /^max-pk-ok:(.*)$/is;

// strtonum() from 0 to 255; undefined: nothing wrong.
function countProblem(value: string): string | undefined {
  const number = QUESTIONS.exec(value)?.[1];
  if (number === undefined || !/^\s*[+-]?\d+$/.test(number)) return 'invalid';
  return Number(number) < 0 ? 'too small' : Number(number) > 255 ? 'too large' : undefined;
}

function optionsAt(release: Release): readonly string[] {
  return isSince(release, '8.4p1') ? ['none', 'touch-required', 'verify-required'] : ['none', 'touch-required'];
}

/** Include: file names with wildcards. */
export const include: ArgumentKind = {
  name: 'include',
  syntax: 'PATTERN ...',
  shape: 'words',
  choices: () => [{ label: '/etc/ssh/sshd_config.d/*.conf' }],
  pathAt: () => ({ wants: 'pattern', likely: /\.conf$/ }),
  check: checkInclude,
};

function checkInclude(input: ArgumentInput): Checked {
  const words = modern(input) ? input.words : untilEmpty(input.words);
  const empty = words.find((word) => word.value === '');
  if (empty !== undefined) return refused(emptyArgument(input, empty));
  return words.length === 0
    ? missing(input, 'a file name', input.words[0])
    : fine(words.length + (modern(input) ? 0 : 1));
}
