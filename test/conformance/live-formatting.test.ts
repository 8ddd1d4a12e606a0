// Formatting asked of the installed sshd: it prints the same for a file and for the file laid out anew, or refuses both for the same reasons.
// Skipped where Debian's sshd is not installed. For a longer hunt: SSHD_CASES=5000 SSHD_SEED=7 npx vitest run test/conformance/live-formatting.test.ts
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { formatted } from '../kit/expect-formatted';
import { targetOf } from '../kit/snapshot';
import { missingSshd, SSHD, TARGET } from './installed-sshd';
import { randomConfig } from './random-config';

const CASES = Number(process.env.SSHD_CASES ?? 120);
const SEED = Number(process.env.SSHD_SEED ?? 20_260_103);

const folder = mkdtempSync(join(tmpdir(), 'live-formatting-'));
const missingHere = missingSshd(folder);
afterAll(() => rmSync(folder, { recursive: true }));

/** What sshd makes of a text for one connection; its line numbers are left out, for blank lines come and go. */
function madeOf(text: string): { readonly status: number | null; readonly printed: string } {
  const file = join(folder, 'sshd_config');
  writeFileSync(file, text);
  const connection = 'user=root,host=a.example,addr=10.0.0.1,laddr=10.0.0.2,lport=22';
  const args = ['-T', '-f', file, '-h', join(folder, 'key'), '-C', connection];
  const { status, stdout, stderr, error } = spawnSync(SSHD, args, { encoding: 'utf8', timeout: 10_000, cwd: '/' });
  if (error !== undefined) throw error;
  // A keyword is named as it is spelt.
  return { status, printed: `${stdout}${stderr}`.replace(/\bline \d+/g, 'line N').toLowerCase() };
}

test("Debian's sshd makes the same of a file and of the file laid out anew", { timeout: 120_000 }, (context) => {
  if (missingHere !== undefined) context.skip(missingHere);
  let taken = 0;
  let changed = 0;
  for (const text of fc.sample(randomConfig(targetOf(TARGET)), { numRuns: CASES, seed: SEED })) {
    const after = formatted(text, { target: TARGET, format: { separator: 'align' } });
    if (after === text) continue;
    changed++;
    const before = madeOf(text);
    if (before.status === 0) taken++;
    expect(madeOf(after), JSON.stringify([text, after])).toEqual(before);
  }
  // A formatter that changes nothing would pass, and so would files that sshd never takes.
  expect(changed).toBeGreaterThan(CASES / 2);
  expect(taken).toBeGreaterThan(CASES / 20);
});
