// npm run record -- SSHD VERSION [PATTERN]: what an sshd says of the files of all recorded tables, as a table of its own on standard output. Files that the
// pattern finds are left out. sshd only reads: `sshd -t -f FILE -h KEY`, an argument list without a shell, a time limit, a scratch folder, a key made for it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCases } from './report';
import type { RecordedCase } from './verdicts';

const DATA = join(import.meta.dirname, 'data');

function recorded(sshd: string, version: string, { id, text }: RecordedCase, folder: string): RecordedCase {
  const file = join(folder, 'sshd_config');
  writeFileSync(file, text);
  const { status, stderr, error } = spawnSync(sshd, ['-t', '-f', file, '-h', join(folder, 'key')], {
    encoding: 'utf8',
    timeout: 10_000,
  });
  if (error !== undefined) throw error;
  const accepted = status === 0;
  const messages = accepted ? [] : stderr.replaceAll(file, '<FILE>').split(/\r?\n/);
  const lines = new Set(messages.flatMap((message) => /<FILE>:? line (\d+)/.exec(message)?.[1] ?? []).map(Number));
  return { id, text, verdicts: [[[version], accepted, [...lines], messages.filter((one) => one !== '')]] };
}

function record(sshd: string, version: string, leftOut: RegExp | undefined): void {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  try {
    const key = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'key')], {
      timeout: 10_000,
    });
    if (key.status !== 0) throw new Error('no ssh-keygen');
    const [plain] = recorded(sshd, version, { id: 'plain', text: 'Port 22\n', verdicts: [] }, folder).verdicts;
    if (plain?.[1] !== true) throw new Error(`sshd refuses any file: ${plain?.[3].join(' / ')}`);
    const tables = readdirSync(DATA).filter((name) => name.startsWith('verdicts-'));
    const cases = new Map(tables.flatMap((name) => readCases(join(DATA, name)).map((one) => [one.text, one] as const)));
    for (const one of cases.values())
      if (leftOut?.test(one.text) !== true) console.log(JSON.stringify(recorded(sshd, version, one, folder)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [sshd, version, pattern] = process.argv.slice(2);
if (sshd === undefined || version === undefined) throw new Error('usage: npm run record -- SSHD VERSION [PATTERN]');
record(sshd, version, pattern === undefined ? undefined : new RegExp(pattern, 'i'));
