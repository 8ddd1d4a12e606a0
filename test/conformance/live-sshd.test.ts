// Random configurations judged by us and by the sshd of Debian 12, where that is installed (`apt-get install openssh-server`; no service has to run):
// the recorded verdicts know only cases somebody thought of. What was found once stands in live-found.json.
// For a longer hunt: SSHD_FILES=20000 SSHD_SEED=7 npx vitest run test/conformance/live-sshd.test.ts --testTimeout=600000
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { targetOf } from '../kit/snapshot';
import { type Said, saidBySshd, saidByUs, sayTheSame, smallest } from './files-verdict';
import { isAskable, missingSshd, TARGET, type Tested, testedAll, testedFiles } from './installed-sshd';
import { type Files, randomFiles } from './random-config';

const CASES = Number(process.env.SSHD_FILES ?? 200);
const SEED = Number(process.env.SSHD_SEED ?? 20_260_101);
// Each is made small, which takes a few hundred questions.
const MOST_FOUND = 10;

const folder = mkdtempSync(join(tmpdir(), 'live-sshd-'));
const missingHere = missingSshd(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (files: Files) => testedFiles(files, folder);

// So many at once: their names are arguments of one shell.
const AT_ONCE = 500;

function* askedOf(all: readonly Files[]): Generator<{ readonly files: Files; readonly answer: Tested }> {
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    const answers = testedAll(some, folder);
    for (const [at, files] of some.entries()) {
      const answer = answers[at];
      if (answer !== undefined) yield { files, answer };
    }
  }
}

interface Fixture {
  /** Absent: debian-12. Others were asked where they are at home. */
  readonly target?: string;
  readonly files: Files;
  readonly said: Said;
}

const FOUND = JSON.parse(
  readFileSync(fileURLToPath(new URL('live-found.json', import.meta.url)), 'utf8'),
) as readonly Fixture[];

describe('disagreements of former days', () => {
  const cases = FOUND.map(
    ({ target = 'debian-12', files, said }) => [target, JSON.stringify(files), files, said] as const,
  );
  test.each(cases)('%s: %s', (target, _, files, said) => {
    expect(sayTheSame(said, saidByUs(files, target)), `we say ${saidByUs(files, target).said}`).toBe(true);
    if (missingHere === undefined && target === TARGET) expect(saidBySshd(ask(files))).toBe(said);
  });
});

test('made small: what does not matter is left out', () => {
  const files = { sshd_config: 'Port 22\nPrintMotd xyz\n# a\n', 'a.conf': 'Port 1\n' };
  const holds = ({ sshd_config = '' }: Files) => saidByUs({ sshd_config }, TARGET).rules.includes('bad-argument');
  expect(smallest(files, holds)).toEqual({ sshd_config: 'PrintMotd x' });
});

test("Debian's sshd says what we say of random configurations", (context) => {
  if (missingHere !== undefined) context.skip(missingHere);
  const differ = (files: Files) => !sayTheSame(saidBySshd(ask(files)), saidByUs(files, TARGET));
  const fixtures: string[] = [];
  let accepted = 0;
  const askable = fc.sample(randomFiles(targetOf(TARGET)), { numRuns: CASES, seed: SEED }).filter(isAskable);
  for (const { files, answer } of askedOf(askable)) {
    const said = saidBySshd(answer);
    if (said === 'accepts') accepted++;
    if (sayTheSame(said, saidByUs(files, TARGET)) || fixtures.length >= MOST_FOUND) continue;
    const small = smallest(files, differ);
    const again = ask(small);
    const ours = saidByUs(small, TARGET);
    // Ready for live-found.json, but for what we said.
    fixtures.push(
      `${JSON.stringify({ files: small, said: saidBySshd(again) })} (we: ${ours.said} ${ours.rules.join()}; sshd: ${again.messages.join(' / ')})`,
    );
  }
  expect(fixtures).toEqual([]);
  // A generator that makes only rubbish, or nothing wrong, would find nothing.
  expect(accepted).toBeGreaterThan(CASES / 10);
  expect(accepted).toBeLessThan((CASES * 9) / 10);
});
