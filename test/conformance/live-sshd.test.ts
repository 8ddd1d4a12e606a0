// Random files judged by us and by the sshd of Debian 12, where that is installed: the recorded verdicts know only cases somebody thought of.
// Needs /usr/sbin/sshd 9.2 with Debian's patches, ssh-keygen and the folder /run/sshd (`apt-get install openssh-server`; no service has to run); skipped where
// one is missing. sshd only reads: `sshd -t -f FILE -h KEY`, an argument list without a shell, a time limit, a scratch folder, a key made for it.
// For a longer hunt: SSHD_CASES=20000 SSHD_SEED=7 npx vitest run test/conformance/live-sshd.test.ts --testTimeout=600000
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { targetOf } from '../kit/snapshot';
import { missingSshd, tested } from './installed-sshd';
import { randomConfig } from './random-config';
import { agree, ourVerdict, recordedVerdict, type Verdict } from './verdicts';

const CASES = Number(process.env.SSHD_CASES ?? 200);
const SEED = Number(process.env.SSHD_SEED ?? 20_260_101);

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'live-sshd-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Judged extends Verdict {
  readonly said: string;
}

function judged(text: string): Judged {
  const { accepted, messages } = tested(text, folder);
  return { ...recordedVerdict([['debian'], accepted, [], messages]), said: messages.join(' / ') };
}

test("Debian's sshd says what we say of random files", (context) => {
  const reason = missingSshd(folder);
  if (reason !== undefined) context.skip(reason);
  const disagreements: string[] = [];
  let accepted = 0;
  for (const text of fc.sample(randomConfig(targetOf('debian-12')), { numRuns: CASES, seed: SEED })) {
    const theirs = judged(text);
    const ours = ourVerdict(text, 'debian');
    if (theirs.accepted) accepted++;
    if (!agree(theirs, ours))
      disagreements.push(
        `${JSON.stringify(text)}: sshd ${words(theirs)}, we ${words(ours)} (${ours.rules.join()}); sshd: ${theirs.said}`,
      );
  }
  expect(disagreements).toEqual([]);
  // A generator that makes only rubbish, or nothing wrong, would find nothing.
  expect(accepted).toBeGreaterThan(CASES / 10);
  expect(accepted).toBeLessThan((CASES * 9) / 10);
});

function words({ accepted, line }: Verdict): string {
  return accepted ? 'accepts' : `refuses line ${line ?? '?'}`;
}
