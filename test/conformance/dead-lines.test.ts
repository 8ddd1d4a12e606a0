// Lines that our rules call dead, taken out one by one: `sshd -T -C` of Debian 12, where that is installed, must print the same without them.
// Needs what live-sshd.test.ts needs, and is skipped likewise. A longer hunt: SSHD_CASES=2000 SSHD_SEED=7, with a longer --testTimeout.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/registry';
import { lengthWithoutEnd, lineIndexAt } from '../../server/src/syntax/tree';
import { findingsOf } from '../kit/expect-findings';
import { snapshotFrom } from '../kit/snapshot';

const SSHD = '/usr/sbin/sshd';
const CASES = Number(process.env.SSHD_CASES ?? 15);
const SEED = Number(process.env.SSHD_SEED ?? 20_260_101);
const DEAD = RULES.filter(({ id }) =>
  /^(duplicate-(first|last)-value-wins|overlapping-match-first-wins|match-all-replaces-global|empty-match-block)$/.test(
    id,
  ),
);
const CONNECTIONS = ['user=alice,host=h,addr=10.0.0.1', 'user=bob,host=h,addr=10.0.0.1', 'user=carol,host=h,addr=::1'];
const MATCHES = [
  ...['all', 'User alice', 'User alice,bob', 'User alice Address 10.0.0.0/8', 'Address 10.0.0.0/8', 'User *'],
];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  X11Forwarding: ['yes', 'no', 'NO'],
  Banner: ['/a', 'none'],
  MaxStartups: ['5', '10:30:60'],
  IPQoS: ['ef', 'none'],
  RekeyLimit: ['1G', '2G 1h', 'default 2h', 'default none'],
  UnusedConnectionTimeout: ['5m', 'none', '6m'],
  StreamLocalBindMask: ['0111', '0222'],
  FingerprintHash: ['md5', 'sha256'],
  PubkeyAuthentication: ['no', 'yes'],
  KbdInteractiveAuthentication: ['no', 'yes'],
  ChallengeResponseAuthentication: ['no', 'yes'],
  SetEnv: ['A=1', 'B=2'],
  PermitListen: ['1', '2'],
  AuthorizedKeysFile: ['a', 'b'],
  ForceCommand: ['a', 'b c'],
  LogLevel: ['DEBUG', 'INFO'],
  LoginGraceTime: ['1m', '60'],
  AllowUsers: ['a', 'b'],
};

/** A file about few keywords, so that they meet. */
const file = fc
  .uniqueArray(fc.constantFrom(...Object.keys(VALUES)), { minLength: 1, maxLength: 3 })
  .chain((keywords) => {
    const setting = fc
      .constantFrom(...keywords)
      .chain((keyword) => fc.constantFrom(...(VALUES[keyword] ?? [])).map((value) => `${keyword} ${value}`));
    const match = fc.constantFrom(...MATCHES).map((criteria) => `Match ${criteria}`);
    const line = fc.oneof({ weight: 3, arbitrary: setting }, { weight: 1, arbitrary: match });
    return fc.tuple(setting, fc.array(line, { minLength: 2, maxLength: 9 })).map(([first, rest]) => [first, ...rest]);
  });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dead-lines-'));
  spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'key')], { timeout: 10_000 });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What sshd prints for each connection; undefined where it refuses the file. */
function effective(lines: readonly string[]): string | undefined {
  const path = join(folder, 'sshd_config');
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  const printed = CONNECTIONS.map((connection) =>
    spawnSync(SSHD, ['-T', '-f', path, '-h', join(folder, 'key'), '-C', connection], {
      encoding: 'utf8',
      timeout: 10_000,
    }),
  );
  return printed.every(({ status }) => status === 0) ? printed.map(({ stdout }) => stdout).join('\n') : undefined;
}

test('what we call dead changes nothing', (context) => {
  const version = existsSync(SSHD) ? spawnSync(SSHD, ['-V'], { encoding: 'utf8', timeout: 10_000 }).stderr : '';
  if (!version.startsWith('OpenSSH_9.2')) context.skip('no sshd of OpenSSH 9.2');
  if (effective(['Port 22']) === undefined) context.skip('sshd refuses any file here');
  const check = (lines: readonly string[]) => {
    const snapshot = snapshotFrom(lines.map((line) => `${line}\n`).join(''), { target: 'debian-12' });
    const dead = findingsOf(snapshot, DEAD).flatMap(({ range }) => {
      const index = lineIndexAt(snapshot.tree, range.start);
      const length = lengthWithoutEnd(snapshot.tree.lines[index]?.text ?? '');
      return range.end - range.start === length ? [index] : [];
    });
    const before = dead.length === 0 ? undefined : effective(lines);
    if (before === undefined) return;
    for (const index of dead) expect(effective(lines.filter((_, at) => at !== index)), lines[index]).toBe(before);
  };
  fc.assert(fc.property(file, check), { numRuns: CASES, seed: SEED });
}, 60_000);
