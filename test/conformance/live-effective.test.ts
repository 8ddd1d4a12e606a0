// Random configurations of several files, asked for random connections: what Debian's `sshd -T -C` prints, we print. Skipped where that sshd is not
// installed. sshd only reads: `sshd -T -f FILE -h KEY -C ...`, an argument list without a shell, a time limit, a scratch folder, a key made for it.
// For a longer hunt: SSHD_CASES=10000 SSHD_SEED=7 npx vitest run test/conformance/live-effective.test.ts --testTimeout=3600000
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConnectionSpec } from '../../server/src/model/connection';
import { targetOf } from '../kit/snapshot';
import { type AnsweredLines, configurationOf, FOLDER, HOST_KEYS, lineDifference, ourLines } from './effective-table';
import { isAskable, missingSshd, SSHD, TARGET } from './installed-sshd';
import { type AskedFiles, randomFiles, USERS } from './random-files';

const CASES = Number(process.env.SSHD_CASES ?? 150);
const SEED = Number(process.env.SSHD_SEED ?? 20_260_102);

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'live-effective-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

// What -T prints of the machine instead of the files; of another build than the usual one, what depends on the build too.
const OF_THE_MACHINE: ReadonlySet<string> = new Set(
  TARGET === 'debian-12' ? ['hostkey'] : ['hostkey', 'debianbanner', ...Object.keys(HOST_KEYS)],
);

// Keys are mixed case since 10.4; GSSAPI and Kerberos are left out of some builds.
function compared(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) => line.replace(/^\S+/, (key) => key.toLowerCase()))
    .filter((line) => !OF_THE_MACHINE.has(line.split(' ')[0] ?? '') && isAskable({ line }));
}

function theirLines({ files, connection }: AskedFiles): AnsweredLines {
  const place = join(folder, 'case');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(join(place, 'd'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text.replaceAll('{dir}', place));
  const asked = connection === null ? [] : ['-C', described(connection)];
  const { status, stdout, stderr, error } = spawnSync(
    SSHD,
    ['-T', '-f', join(place, 'sshd_config'), '-h', join(folder, 'key'), ...asked],
    { encoding: 'utf8', timeout: 10_000, cwd: '/' },
  );
  if (error !== undefined) throw error;
  if (status !== 0) return { refused: stderr.trim() };
  // A NUL may glue an Include line on a list, and the folder is one of its words.
  const lines = stdout.replaceAll(place.toLowerCase(), FOLDER).replaceAll(place, FOLDER).split('\n');
  return compared(lines.filter((line) => line !== ''));
}

function described({ user, host, address, localAddress, localPort, rdomain }: ConnectionSpec): string {
  const told = { user, host, addr: address, laddr: localAddress, lport: localPort, rdomain };
  return Object.entries(told)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
    .join(',');
}

// -T -C looks the user's groups up, and so must we.
function groupsOf(user: string): readonly string[] {
  const { status, stdout } = spawnSync('id', ['-Gn', user], { encoding: 'utf8', timeout: 10_000 });
  return status === 0 ? stdout.trim().split(' ') : [];
}

test("Debian's sshd prints what we print of random files and connections", (context) => {
  const reason = missingSshd(folder);
  if (reason !== undefined) context.skip(reason);
  const groups = new Map(USERS.map((user) => [user as string, groupsOf(user)]));
  const differences: string[] = [];
  let answered = 0;
  for (const asked of fc.sample(randomFiles(targetOf(TARGET)), { numRuns: CASES, seed: SEED })) {
    if (!isAskable(asked.files)) continue;
    const theirs = theirLines(asked);
    const { connection, files } = asked;
    const known = connection === null ? undefined : { ...connection, groups: groups.get(connection.user ?? '') ?? [] };
    const ours = ourLines(configurationOf({ files, main: 'sshd_config' }, TARGET), known);
    if (!('refused' in theirs)) answered++;
    const found = lineDifference(theirs, 'refused' in ours ? ours : compared(ours));
    if (found !== undefined) differences.push(`${JSON.stringify(asked)}: ${found}`);
  }
  expect(differences).toEqual([]);
  // A generator that makes only rubbish would find nothing.
  expect(answered).toBeGreaterThan(CASES / 2);
});
