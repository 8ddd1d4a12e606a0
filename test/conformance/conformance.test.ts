// What real sshd builds said of 8,800 files, in eleven versions: every verdict and every first refused line is ours too.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { agreesWithTable } from './recorded-table';
import { disagreement, outcomesOf } from './regress-verdicts';
import type { RecordedCase } from './verdicts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

agreesWithTable('arguments', 7300);
agreesWithTable('structure', 1511);
// The files of all tables and some about what is new, asked again of Debian's 10.6p1-1: without what needs GSSAPI, which it is built without.
agreesWithTable('10.6', 11741, 1);

test("OpenSSH's own regression tests, in 42 builds: accepted or refused", () => {
  const outcomes = outcomesOf(readFileSync(here('data/regress.json.gz')));
  expect(new Set(outcomes.map(({ version }) => version)).size).toBe(42);
  expect(outcomes).toHaveLength(2188);
  expect(outcomes.flatMap((outcome) => disagreement(outcome) ?? [])).toEqual([]);
});

describe('npm run conformance', () => {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(name: string, cases: readonly RecordedCase[], ...options: readonly string[]) {
    const file = join(folder, name);
    writeFileSync(file, cases.map((one) => JSON.stringify(one)).join('\n'));
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', here('report.ts'), file, ...options], {
      encoding: 'utf8',
      cwd: here('../..'),
    });
    return { status, last: stdout.trimEnd().split('\n').at(-1), stdout };
  }

  const right: RecordedCase = { id: 'right', text: 'Port 22\n', verdicts: [[['10.5p1', '9.2p1'], true, [], []]] };
  const wrong: RecordedCase = {
    id: 'wrong',
    text: 'Port 22\n',
    verdicts: [[['10.5p1'], false, [1], ['FILE line 1: no']]],
  };

  test('compares the versions asked for, ends with the sum, and exits 0 where all agree', () => {
    const { status, last } = run('some.jsonl', [right, wrong], '--version=9.2p1');
    expect({ status, last }).toEqual({ status: 0, last: 'agreement: 1 of 1 (100 %)' });
  });

  test('lists what differs and exits 1', () => {
    const { status, last, stdout } = run('wrong.jsonl', [right, wrong]);
    expect({ status, last }).toEqual({ status: 1, last: 'agreement: 2 of 3 (66.66 %)' });
    expect(stdout).toContain('wrong 10.5p1: sshd refuses line 1, we accepts');
    expect(stdout).toContain('9.2p1: 1 of 1\n');
  });
});
