// The words of arguments cut into runs of one colour each, by argument kind. The runs of a word, joined, are the word.
import { algorithmFacts } from '../catalog/algorithms';
import { splitPrefix } from '../catalog/arguments/algorithm-list';
import type { KnownDirective } from '../catalog/catalog';
import type { Target } from '../catalog/targets';
import type { TokenModifier, TokenType } from './semantic-legend';

/** A piece of a word. Without a type the grammar's colour stays. */
export interface Run {
  readonly text: string;
  readonly type?: TokenType | undefined;
  readonly modifier?: TokenModifier;
}

/** A word of an argument, quotes taken off. */
export interface RunsOf {
  readonly text: string;
  readonly index: number;
  readonly directive: KnownDirective;
  readonly target: Target;
}

type Cut = (word: RunsOf) => readonly Run[];

const sign = (text: string): Run => ({ text, type: 'sign' });

// `pattern` has one group for the signs it cuts at.
function cutAt(text: string, pattern: RegExp, other: (text: string, index: number) => readonly Run[]): readonly Run[] {
  return text.split(pattern).flatMap((part, index) => {
    if (part === '') return [];
    return index % 2 === 1 ? [sign(part)] : other(part, index / 2);
  });
}

const whole =
  (type: TokenType): Cut =>
  ({ text }) => [{ text, type }];

/** A fixed word of the kind, or else. */
const fixedOr =
  (other: Cut): Cut =>
  (word) => {
    const choices = word.directive.argument.choices?.(word.target) ?? [];
    const fixed = choices.some(({ label }) => label.toLowerCase() === word.text.toLowerCase());
    return fixed && !/^\d|[/.:]/.test(word.text) ? [{ text: word.text, type: 'constant' }] : other(word);
  };

const uncoloured: Cut = ({ text }) => [{ text }];

const quantity: Cut = ({ text }) => [{ text, ...(/^[+-]?[\d.]/.test(text) ? { type: 'quantity' as const } : {}) }];

const isAddress = (text: string) => /^(?:[\d.]*\d|\[?[\da-f]*:[\da-f:.]*\]?)$/i.test(text) && /[.:]/.test(text);

/** `192.0.2.0/24`, `10.*`, `*.example.org`, `alice`. */
function patternRuns(text: string): readonly Run[] {
  const [, host = '', length] = /^([^/]*)(\/\d+)?$/.exec(text) ?? [];
  if (isAddress(host))
    return [
      { text: host, type: 'address' },
      ...(length === undefined ? [] : [sign('/'), { text: length.slice(1), type: 'quantity' as const }]),
    ];
  const type = /^[\d.:*?]+$/.test(text) && /[.:]/.test(text) ? 'address' : 'pattern';
  return cutAt(text, /([*?]+)/, (part) => [{ text: part, type }]);
}

/** A comma list of patterns, each perhaps negated. */
export function patternListRuns(text: string): readonly Run[] {
  return cutAt(text, /(,)/, (element) =>
    element.startsWith('!') ? [sign('!'), ...patternRuns(element.slice(1))] : patternRuns(element),
  );
}

const users: Cut = ({ text }) => {
  const at = text.lastIndexOf('@');
  if (at < 0) return patternListRuns(text);
  return [...patternListRuns(text.slice(0, at)), sign('@'), ...patternListRuns(text.slice(at + 1))];
};

const hostPort: Cut = ({ text }) => {
  const colon = /^(?:\[[^\]]*\]|[^:]*)(?=:[^:]*$)/.exec(text)?.[0].length;
  if (colon === undefined) return /^\d+$/.test(text) ? [{ text, type: 'quantity' }] : patternRuns(text);
  const port = text.slice(colon + 1);
  return [
    ...patternRuns(text.slice(0, colon)),
    sign(':'),
    port === '*' ? sign(port) : { text: port, type: 'quantity' },
  ];
};

const algorithms: Cut = ({ text, directive, target }) => {
  const { prefix } = splitPrefix(text, target.release);
  const known = new Set(directive.argument.choices?.(target).map(({ label }) => label));
  const name = (part: string): readonly Run[] => {
    if (/[*?]/.test(part)) return cutAt(part, /([*?!]+)/, (piece) => [{ text: piece, type: 'pattern' }]);
    if (!known.has(part)) return [{ text: part, type: prefix === '-' ? undefined : 'unknown' }];
    const weak = prefix !== '-' && algorithmFacts(part)?.grade === 'weak';
    return [{ text: part, type: 'algorithm', ...(weak ? { modifier: 'weak' } : {}) }];
  };
  const list = cutAt(text.slice(prefix.length), /(,)/, name);
  return prefix === '' ? list : [sign(prefix), ...list];
};

const methods: Cut = ({ text }) => cutAt(text, /([,:])/, (part) => [{ text: part, type: 'constant' }]);

const option =
  (separator: RegExp): Cut =>
  (word) =>
    cutAt(word.text, separator, (text, index) => {
      if (index === 0 && separator.test(word.text))
        return cutAt(text, /(\*+)/, (part) => [{ text: part, type: 'option' }]);
      return [{ text, type: /^[\d.]/.test(text) ? 'quantity' : 'constant' }];
    });

const environment = (text: string) => cutAt(text, /([*?!,]+)/, (part) => [{ text: part, type: 'environment' }]);

const assignment: Cut = ({ text }) => {
  const equals = text.indexOf('=');
  if (equals < 0) return environment(text);
  return [...environment(text.slice(0, equals)), sign('='), { text: text.slice(equals + 1), type: 'plain' }];
};

const socketFolder: Cut = ({ text }) => {
  const [, style, path = ''] = /^(user|shared):(.*)$/s.exec(text) ?? [];
  if (style === undefined) return [{ text }];
  return [{ text: style, type: 'constant' }, sign(':'), { text: path, type: 'path' }];
};

const publicKeyOption: Cut = (word) => (word.text.includes(':') ? option(/(:)/)(word) : uncoloured(word));

const subsystem: Cut = ({ text, index }) => {
  if (index === 0) return [{ text, type: 'subsystem' }];
  if (index > 1) return [{ text }];
  return [{ text, type: text === 'internal-sftp' ? 'constant' : 'command' }];
};

const include: Cut = ({ text }) => cutAt(text, /([*?]+|\[[^[\]]*\])/, (part) => [{ text: part, type: 'path' }]);

const CUTS: Readonly<Record<string, Cut>> = {
  'agent-socket-path': fixedOr(socketFolder),
  'address-list': fixedOr(({ text }) => patternListRuns(text)),
  'algorithm-list': algorithms,
  'authentication-methods': methods,
  'channel-timeouts': fixedOr(option(/(=)/)),
  'environment-assignments': assignment,
  'environment-names': ({ text }) => environment(text),
  'group-patterns': ({ text }) => patternListRuns(text),
  'host-ports': fixedOr(hostPort),
  include,
  integer: fixedOr(quantity),
  'ip-qos': fixedOr(quantity),
  'listen-address': hostPort,
  'log-verbose': fixedOr(({ text }) => cutAt(text, /([*?!:,]+)/, (part) => [{ text: part, type: 'pattern' }])),
  'max-startups': ({ text }) => cutAt(text, /(:)/, (part) => [{ text: part, type: 'quantity' }]),
  'net-block-size': ({ text }) => cutAt(text, /(:)/, (part) => [{ text: part, type: 'quantity' }]),
  'octal-mask': quantity,
  'one-of': fixedOr(uncoloured),
  path: fixedOr(whole('path')),
  'path-list': fixedOr(whole('path')),
  penalties: fixedOr(option(/(:)/)),
  port: ({ text }) => [{ text, type: /^\d+$/.test(text) ? 'quantity' : 'constant' }],
  protocol: quantity,
  'public-key-options': fixedOr(publicKeyOption),
  'rekey-limit': ({ text }) => [{ text, type: /^(default|none)$/.test(text) ? 'constant' : 'quantity' }],
  'routing-domain': whole('plain'),
  subsystem,
  text: fixedOr(whole('plain')),
  time: fixedOr(quantity),
  unread: uncoloured,
  'user-environment': fixedOr(({ text }) => environment(text)),
  'user-patterns': users,
  'yes-no': fixedOr(uncoloured),
};

/** The argument kinds whose words are cut here. A Match line and the rest of a line are not words of this sort. */
export const CUT_KINDS: readonly string[] = Object.keys(CUTS);

/** The runs of a word. */
export function argumentRuns(word: RunsOf): readonly Run[] {
  const { argument } = word.directive;
  const runs = (CUTS[argument.name] ?? uncoloured)(word);
  const tokens = argument.tokens?.(word.target) ?? [];
  return tokens.length === 0 ? runs : runs.flatMap((run) => tokenRuns(run, tokens));
}

/** A run with its percent tokens cut out. */
export function tokenRuns(run: Run, tokens: readonly string[]): readonly Run[] {
  return run.text.split(/(%.)/s).flatMap((part, index): readonly Run[] => {
    if (part === '') return [];
    const isToken = index % 2 === 1 && tokens.includes(part.charAt(1));
    return [isToken ? { text: part, type: 'placeholder' } : { ...run, text: part }];
  });
}
