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
import { MAIN_PATH, snapshotFrom } from '../kit/snapshot';

const SSHD = '/usr/sbin/sshd';
const CASES = Number(process.env.SSHD_CASES ?? 10);
const SEED = Number(process.env.SSHD_SEED ?? 20_260_101);
const DEAD = RULES.filter(({ id }) =>
  /^(duplicate-(first|last)-value-wins|overruled-by-another-file|overlapping-match-first-wins|match-all-replaces-global|empty-match-block)$/.test(
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

/** The lines of three files about few keywords, so that they meet: the main file and two that it includes somewhere. */
const files = fc
  .uniqueArray(fc.constantFrom(...Object.keys(VALUES)), { minLength: 1, maxLength: 3 })
  .chain((keywords) => {
    const setting = fc
      .constantFrom(...keywords)
      .chain((keyword) => fc.constantFrom(...(VALUES[keyword] ?? [])).map((value) => `${keyword} ${value}`));
    const match = fc.constantFrom(...MATCHES).map((criteria) => `Match ${criteria}`);
    const line = fc.oneof({ weight: 3, arbitrary: setting }, { weight: 1, arbitrary: match });
    const include = fc.constantFrom('*.conf', '*.conf', 'a.conf', 'b.conf').map((name) => `Include ${PLACE}/${name}`);
    const main = fc
      .tuple(setting, fc.array(fc.oneof({ weight: 5, arbitrary: line }, include), { minLength: 2, maxLength: 9 }))
      .map(([first, rest]) => [first, ...rest]);
    const dropIn = fc.array(line, { maxLength: 5 });
    return fc.record({ sshd_config: main, 'a.conf': dropIn, 'b.conf': dropIn });
  });

// Stands for the folder of the files, which is not known yet.
const PLACE = '/folder';

type Files = Readonly<Record<'sshd_config' | 'a.conf' | 'b.conf', readonly string[]>>;
const NAMES = ['sshd_config', 'a.conf', 'b.conf'] as const;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dead-lines-'));
  spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'key')], { timeout: 10_000 });
});
afterAll(() => rmSync(folder, { recursive: true }));

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line.replace(PLACE, folder)}\n`).join('');
}

/** What sshd prints for each connection; undefined where it refuses the files. */
function effective(files: Files): string | undefined {
  for (const name of NAMES) writeFileSync(join(folder, name), textOf(files[name]));
  const printed = CONNECTIONS.map((connection) =>
    spawnSync(SSHD, ['-T', '-f', join(folder, 'sshd_config'), '-h', join(folder, 'key'), '-C', connection], {
      encoding: 'utf8',
      timeout: 10_000,
    }),
  );
  return printed.every(({ status }) => status === 0) ? printed.map(({ stdout }) => stdout).join('\n') : undefined;
}

/** The lines of one file that our rules call dead as a whole. */
function deadLines(files: Files, name: (typeof NAMES)[number]): readonly number[] {
  const pathOf = (one: string) => (one === 'sshd_config' ? MAIN_PATH : join(folder, one));
  const others = NAMES.filter((one) => one !== name).map((one) => [pathOf(one), textOf(files[one])]);
  const snapshot = snapshotFrom(textOf(files[name]), {
    target: 'debian-12',
    path: pathOf(name),
    files: Object.fromEntries(others),
  });
  return findingsOf(snapshot, DEAD).flatMap(({ range }) => {
    const index = lineIndexAt(snapshot.tree, range.start);
    const length = lengthWithoutEnd(snapshot.tree.lines[index]?.text ?? '');
    return range.end - range.start === length ? [index] : [];
  });
}

test('what we call dead changes nothing', (context) => {
  const version = existsSync(SSHD) ? spawnSync(SSHD, ['-V'], { encoding: 'utf8', timeout: 10_000 }).stderr : '';
  if (!version.startsWith('OpenSSH_9.2')) context.skip('no sshd of OpenSSH 9.2');
  if (effective({ sshd_config: ['Port 22'], 'a.conf': [], 'b.conf': [] }) === undefined)
    context.skip('sshd refuses any file here');
  const check = (files: Files) => {
    const dead = NAMES.flatMap((name) => deadLines(files, name).map((index) => ({ name, index })));
    const before = dead.length === 0 ? undefined : effective(files);
    if (before === undefined) return;
    for (const { name, index } of dead) {
      const without = { ...files, [name]: files[name].filter((_, at) => at !== index) };
      expect(effective(without), `${name}: ${files[name][index]}`).toBe(before);
    }
  };
  fc.assert(fc.property(files, check), { numRuns: CASES, seed: SEED });
}, 240_000);
