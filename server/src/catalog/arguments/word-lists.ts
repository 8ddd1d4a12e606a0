// Lists of free words: ChannelTimeout, LogVerbose, PubkeyAuthOptions, Include.
import { durationInWords } from '../../base/duration';
import { nearest } from '../../base/edit-distance';
import { isSince } from '../versions';
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
import { timeChoices, timeInSeconds } from './time';

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
    const seconds = equals < 1 ? undefined : timeInSeconds(value.slice(equals + 1), target.release);
    return seconds === undefined ? undefined : durationInWords(seconds);
  },
};

function noTimeouts(input: ArgumentInput): readonly string[] {
  return since(input, '9.3p1') ? ['none'] : [];
}

function channelTime(text: string, input: ArgumentInput): number | undefined {
  const equals = text.indexOf('=');
  return equals < 1 ? undefined : timeInSeconds(text.slice(equals + 1), input.target.release);
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

/** PubkeyAuthOptions: touch-required, verify-required, none. */
export const publicKeyOptions: ArgumentKind = {
  name: 'public-key-options',
  syntax: 'none | touch-required | verify-required',
  shape: 'words',
  choices: (target) => optionsAt(target.release).map((label) => ({ label })),
  printed({ words }) {
    const given = new Set(words.map(({ value }) => value.toLowerCase()));
    const on = ['touch-required', 'verify-required'].filter((option) => given.has(option));
    return [on.length === 0 ? 'none' : on.join(' ')];
  },
  check(input) {
    const known = optionsAt(input.target.release);
    const words = modern(input) ? input.words : untilEmpty(input.words);
    const wrong = words.find((word) => !known.includes(word.value.toLowerCase()));
    if (wrong === undefined) return fine(words.length + (modern(input) ? 0 : 1));
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

function optionsAt(release: Parameters<typeof isSince>[0]): readonly string[] {
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
