// What random files are made of: keywords, arguments and odd bits. Taken from the catalogue where it has them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { allAlgorithms } from '../../server/src/catalog/algorithms';
import { CRITERIA } from '../../server/src/catalog/criteria';
import { DIRECTIVES } from '../../server/src/catalog/directives';
import { TARGETS } from '../../server/src/catalog/targets';
import { ODD_CHARACTERS } from '../kit/odd-text';

export const KEYWORDS: readonly string[] = DIRECTIVES.map(({ keyword }) => keyword);

export const CRITERION_NAMES: readonly string[] = CRITERIA.map(({ name }) => name);

export const CRITERION_EXAMPLES: readonly string[] = CRITERIA.map(({ example }) => example);

/** Everything the catalogue offers or names as an argument of the keyword. */
export const ARGUMENTS: ReadonlyMap<string, readonly string[]> = new Map(
  DIRECTIVES.map(({ keyword, argument, example, values, default: preset }) => {
    const offered = TARGETS.flatMap((target) => argument.choices?.(target) ?? []).map(({ label }) => label);
    const presets = (preset ?? []).map(([, value]) => value);
    return [keyword, [...new Set([example ?? 'yes', ...Object.keys(values ?? {}), ...presets, ...offered])]];
  }),
);

export const ALGORITHMS: readonly string[] = allAlgorithms().map(({ name }) => name);

/** Words that are right somewhere, nearly right, or right nowhere. */
export const ODD_WORDS: readonly string[] = [
  ...['yes', 'no', 'YES', 'none', 'NONE', 'any', 'all', 'default', '*', '!', '!*', '-', '+', '^', '=', ',', ',,', ':'],
  ...['0', '1', '-1', '+5', '007', '0x10', '1e3', '2147483647', '2147483648', '4294967296', '18446744073709551616'],
  ...['1h', '1h30m', '1x', '1s1s', '1.5', '.5s', '9999999999w', '10:30:100', '10:101:5', '32:64', '1G 1h', '4T none'],
  ...['a,b', 'a,', '@', 'a@', 'a@b@c', '@*', 'user@10.0.0.0/8', '10.0.0.1/8', '10.0.0.0/33', '::1', '::/0', '[::1]:22'],
  ...['[::1', 'host:port', 'host:0', 'host:65536', '1.2.3.4:*', '*:*', '/sock/*', 'A=B', '=B', 'A=', 'LC_*', '"A=B C"'],
  ...[
    '%u',
    '%%',
    '%',
    '%Z',
    '/etc/%h/%U',
    '~/x',
    '$HOME/x',
    '/a b',
    '"/a b"',
    'session:*=1h',
    'authfail:5',
    'global=1s',
  ],
  ...[
    '+aes128-ctr',
    '-*',
    '^ssh-ed25519',
    '+',
    '-ssh-rsa*',
    '+rsa',
    'aes*',
    'publickey,password',
    'publickey:pam',
    'toString',
  ],
  ...[
    'constructor',
    '__proto__',
    'OpenSSH_*',
    '*,!a',
    'é',
    '\u{1F511}',
    '\uD800',
    'internal-sftp',
    '-f AUTH',
    'sftp',
    '/x',
  ],
];

/** What stands between words, or where nobody expects it. */
export const ODD_BITS: readonly string[] = [
  ...ODD_CHARACTERS,
  ...["\\'", '\\ ', '==', ' = ', ' #', '  ', '\u2028', '%', '"" ', '\uDC00', '\x01', '\x7f', 'Match all\n', 'Match \n'],
  ...['target=debian-12\n', 'nat-timeout=0\n', 'target=\n', ''].map((note) => `# sshd-config: ${note}`),
];

const root = path.resolve(import.meta.dirname, '../..');

/** Whole files as systems deliver them, and the samples. */
export const FILES: readonly string[] = ['test/corpus/stock', 'samples']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(root, folder, name),
    ),
  )
  .filter((name) => /sshd_config$|\.conf$/.test(name))
  .sort()
  .map((name) => readFileSync(name, 'utf8'));
