// What real sshd builds said of 8,800 files, in eleven versions: every verdict and every first refused line is ours too.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { agreesWithTable } from './recorded-table';
import { disagreement, outcomesOf } from './regress-verdicts';
import { report } from './report';
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

  function table(name: string, cases: readonly RecordedCase[]): string {
    const file = join(folder, name);
    writeFileSync(file, cases.map((one) => JSON.stringify(one)).join('\n'));
    return file;
  }

  const right: RecordedCase = { id: 'right', text: 'Port 22\n', verdicts: [[['10.5p1', '9.2p1'], true, [], []]] };
  const wrong: RecordedCase = {
    id: 'wrong',
    text: 'Port 22\n',
    verdicts: [[['10.5p1'], false, [1], ['FILE line 1: no']]],
  };

  test('compares the versions asked for, ends with the sum, and exits 0 where all agree', () => {
    const lines: string[] = [];
    const code = report([table('some.jsonl', [right, wrong]), '--version=9.2p1'], (line) => lines.push(line));
    expect({ code, last: lines.at(-1) }).toEqual({ code: 0, last: 'agreement: 1 of 1 (100 %)' });
  });

  test('lists what differs and exits 1', () => {
    const program = ['--import', 'tsx', here('report.ts'), table('wrong.jsonl', [right, wrong])];
    const { status, stdout } = spawnSync(process.execPath, program, { encoding: 'utf8', cwd: here('../..') });
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('agreement: 2 of 3 (66.66 %)');
    expect(stdout).toContain('wrong 10.5p1: sshd refuses line 1, we accepts');
    expect(stdout).toContain('9.2p1: 1 of 1\n');
  });
});
