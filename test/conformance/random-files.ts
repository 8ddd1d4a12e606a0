// Random configurations of several files, and connections to ask them for: Include, drop-ins, Match, all keywords in odd spellings. Most lines are
// such that sshd takes them, because one that is refused hides the rest. Leaves out what depends on the machine: see random-config.ts.
import fc from 'fast-check';
import { catalogAt } from '../../server/src/catalog/catalog';
import type { Target } from '../../server/src/catalog/targets';
import type { ConnectionSpec } from '../../server/src/model/connection';
import { effectiveConfig } from '../../server/src/model/effective/effective-config';
import { configurationFrom } from '../kit/configuration';
import { directiveLine } from './random-config';

/** Files by name in one folder, `sshd_config` among them, and a connection; null: plain `sshd -T`. */
export interface AskedFiles {
  /** `{dir}` stands for the folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly connection: ConnectionSpec | null;
}

/** Accounts that every Linux system has, and one that none has. */
export const USERS = ['root', 'nobody', 'daemon', 'bin', 'no-such-user'] as const;

const LISTS: Readonly<Record<string, readonly string[]>> = {
  User: ['root', 'nobody', 'root,daemon', '*,!root', 'r*', '?in', '!nobody', 'ROOT', 'no-such-user', '*'],
  Group: ['root', 'daemon', 'nogroup', '*', 'root,bin', '*,!bin', '!daemon', 'wheel'],
  Host: ['*.example.com', 'client.example.com', 'CLIENT.example.com', '*,!evil.*', 'evil.example.com', '10.0.0.5'],
  Address: [
    '10.0.0.0/8',
    '192.168.1.*',
    '10.0.0.5',
    '!10.1.0.0/16,10.0.0.0/8',
    '::1',
    '2001:db8::/32',
    '*',
    'UNKNOWN',
    '0.0.0.0/0',
    '10.0.0.?',
  ],
  LocalAddress: ['127.0.0.1', '127.0.0.0/8', '::1', '192.0.2.*'],
  LocalPort: ['22', '2222', 'ssh'],
  RDomain: ['vrf1', '*', 'vrf2,vrf1'],
};

const matchLine = fc
  .tuple(
    fc.constantFrom('Match ', 'match ', '  MATCH\t', 'Match  '),
    fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom('all', 'ALL') },
      {
        weight: 9,
        arbitrary: fc
          .array(
            fc
              .constantFrom(...Object.keys(LISTS))
              .chain((name) =>
                fc.tuple(
                  fc.constantFrom(name, name.toLowerCase()),
                  fc.constantFrom(' ', '=', '\t'),
                  fc.constantFrom(...(LISTS[name] ?? [])),
                ),
              )
              .map((parts) => parts.join('')),
            { minLength: 1, maxLength: 2 },
          )
          .map((criteria) => criteria.join(' ')),
      },
    ),
  )
  .map(([keyword, criteria]) => keyword + criteria);

const includeLine = fc.constantFrom(
  'Include {dir}/d/*.conf',
  'include = {dir}/d/*.conf',
  'Include {dir}/d/10-a.conf {dir}/d/20-b.conf',
  'INCLUDE "{dir}/extra"',
  'Include {dir}/none-such',
  'Include {dir}/d/[12]*',
);

// What the group of one machine is not, that of another is; and these are looked up or given.
const LEFT_OUT = new Set(['Include', 'Match', 'RDomain', 'HostKey', 'HostDSAKey', 'HostCertificate', 'HostKeyAgent']);

/** Several files for the target and a connection to ask them for. */
export function randomFiles(target: Target): fc.Arbitrary<AskedFiles> {
  const directives = catalogAt(target).directives.filter(({ keyword }) => !LEFT_OUT.has(keyword));
  const anyLine = fc.constantFrom(...directives).chain(directiveLine(target));
  const isTaken = (line: string, before: string) =>
    effectiveConfig(configurationFrom({ sshd_config: `${before}${line}\n` }, target.id)).kind === 'settings';
  const globalLine = anyLine.filter((line) => isTaken(line, ''));
  const blockLine = anyLine.filter((line) => isTaken(line, 'Match User a\n'));
  const odd = { weight: 1, arbitrary: anyLine };
  const global = fc.array(fc.oneof({ weight: 60, arbitrary: globalLine }, odd), { maxLength: 6 });
  const block = fc
    .tuple(matchLine, fc.array(fc.oneof({ weight: 60, arbitrary: blockLine }, odd), { maxLength: 5 }))
    .map(([header, lines]) => [header, ...lines]);
  const blocks = (most: number) => fc.array(block, { maxLength: most }).map((all) => all.flat());
  const dropIn = fc.tuple(global, blocks(2)).map((parts) => parts.flat());
  const blockOnly = fc.tuple(fc.array(blockLine, { maxLength: 3 }), blocks(1)).map((parts) => parts.flat());
  const main = fc.tuple(maybe(includeLine), global, maybe(includeLine), blocks(3), maybe(includeLine));
  return fc
    .record({
      main: main.map((parts) => parts.flat()),
      first: dropIn,
      second: fc.oneof(dropIn, blockOnly),
      extra: blockOnly,
      connection: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 5, arbitrary: connection }),
    })
    .map(({ main: lines, first, second, extra, connection: asked }) => ({
      files: {
        sshd_config: text(lines),
        'd/10-a.conf': text(first),
        'd/20-b.conf': text(second),
        extra: text(extra),
      },
      connection: asked,
    }));
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function maybe(line: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> {
  return fc.array(line, { maxLength: 1 });
}

const connection: fc.Arbitrary<ConnectionSpec> = fc.record(
  {
    user: fc.constantFrom(...USERS),
    host: fc.constantFrom('client.example.com', 'CLIENT.Example.com', 'evil.example.com', '10.0.0.5'),
    address: fc.constantFrom('10.0.0.5', '10.1.2.3', '192.168.1.7', '2001:db8::5', '::1', 'UNKNOWN', '::ffff:10.0.0.5'),
    localAddress: fc.constantFrom('127.0.0.1', '::1', '192.0.2.1'),
    localPort: fc.constantFrom(22, 2222),
    rdomain: fc.constantFrom('vrf1', 'vrf2'),
  },
  { requiredKeys: ['user', 'localPort'] },
);
