// Whom a real sshd lets in with a key, over random login lists, PermitRootLogin, AuthenticationMethods and Match blocks: whom we say it does. Skipped
// where there is no Debian 12 sshd, or nobody who may start one for others. For a longer hunt:
// SSHD_CASES=300 SSHD_SEED=7 npx vitest run test/conformance/live-access.test.ts --testTimeout=3600000
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outcomeFor } from '../../server/src/model/access/access';
import { configurationFrom } from '../kit/configuration';
import { missingSshd, TARGET, tested } from './installed-sshd';
import { keysFile, letInByKey, missingForLogins } from './logins';

const CASES = Number(process.env.SSHD_CASES ?? 8);
const SEED = Number(process.env.SSHD_SEED ?? 20_260_103);
// Accounts of every Debian, in groups of several kinds, and one that is none.
const USERS = ['root', 'daemon', 'nobody', 'sync', 'www-data', 'no-such-user'];
const KEYS = '{keys}';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'live-access-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const names = (all: readonly string[]) =>
  fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
const userPatterns = [
  ...['root', 'daemon', 'nobody', 'sync', 'www-data', 'd*', '?oot', '*', '!root', 'n?body', 'DAEMON', '[rd]*'],
  ...['root@127.0.0.1', '*@127.0.0.0/8', 'daemon@10.0.0.0/8', '*@localhost', 'nobody@!127.0.0.1,*', '*@127.*'],
];
const groupPatterns = ['root', 'daemon', 'nogroup', 'www-data', 'no*', '*', '!root', 'wheel'];
const setting = fc.oneof(
  { weight: 3, arbitrary: names(userPatterns).map((list) => `AllowUsers ${list}`) },
  { weight: 3, arbitrary: names(userPatterns).map((list) => `DenyUsers ${list}`) },
  { weight: 2, arbitrary: names(groupPatterns).map((list) => `AllowGroups ${list}`) },
  { weight: 2, arbitrary: names(groupPatterns).map((list) => `DenyGroups ${list}`) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('yes', 'no', 'prohibit-password', 'without-password', 'forced-commands-only')
      .map((value) => `PermitRootLogin ${value}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('publickey', 'publickey,password', 'password publickey', 'any', 'password', 'publickey:x')
      .map((value) => `AuthenticationMethods ${value}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('yes', 'no').map((value) => `PubkeyAuthentication ${value}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('none', KEYS, `none ${KEYS}`).map((value) => `AuthorizedKeysFile ${value}`),
  },
);
const match = fc
  .constantFrom(
    ...['User root', 'User d*,nobody', 'User *,!root', 'Group root', 'Group nogroup,www-data', 'Group *,!daemon'],
    ...['Address 127.0.0.0/8', 'Address !127.0.0.1,*', 'LocalAddress 127.0.0.1', 'User sync Address 10.0.0.0/8', 'all'],
  )
  .map((criteria) => `Match ${criteria}`);
const some = fc.array(setting, { maxLength: 4 });
const files = fc.tuple(some, fc.array(fc.tuple(match, some), { maxLength: 3 })).map(([first, blocks]) =>
  [
    ...first,
    'StrictModes no',
    'UsePAM no',
    // What stands further up wins.
    `AuthorizedKeysFile ${KEYS}`,
    ...blocks.flatMap(([head, lines]) => [head, ...lines.map((line) => `    ${line}`)]),
    '',
  ].join('\n'),
);

function groupsOf(user: string): readonly string[] {
  const { status, stdout } = spawnSync('id', ['-Gn', user], { encoding: 'utf8', timeout: 10_000 });
  return status === 0 ? stdout.trim().split(' ') : [];
}

/** Whom we say a key alone lets in. That an account exists, we cannot know. */
function letInByUs(text: string): readonly string[] {
  const configuration = configurationFrom({ sshd_config: text }, TARGET);
  return USERS.filter((user) => {
    const groups = groupsOf(user);
    if (groups.length === 0) return false;
    const [address, localAddress] = ['127.0.0.1', '127.0.0.1'];
    const outcome = outcomeFor(configuration, { user, groups, address, host: address, localAddress, localPort: 22 });
    if (outcome.kind === 'shut-out' || outcome.ways.forcedCommandOnly) return false;
    return outcome.ways.ways.some((way) => way.length === 1 && way[0] === 'publickey');
  });
}

test("Debian's sshd lets in with a key whom we say it does", async (context) => {
  const missing = missingSshd(folder) ?? missingForLogins(folder);
  if (missing !== undefined) context.skip(missing);
  const different: string[] = [];
  let letIn = 0;
  let asked = 0;
  for (const made of fc.sample(files, { numRuns: CASES, seed: SEED })) {
    const text = made.replaceAll(KEYS, keysFile(folder));
    if (!tested(text, folder).accepted) continue;
    const theirs = await letInByKey(text, USERS, folder);
    const ours = letInByUs(text);
    asked += USERS.length;
    letIn += theirs.length;
    if (theirs.join() !== ours.join()) different.push(`${made}\nsshd: ${theirs.join()}\nwe: ${ours.join()}`);
  }
  expect(different).toEqual([]);
  // A generator that lets in nobody, or everybody, would show nothing.
  expect(letIn).toBeGreaterThan(asked / 20);
  expect(letIn).toBeLessThan((asked * 19) / 20);
});
