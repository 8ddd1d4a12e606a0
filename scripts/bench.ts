// `npm run bench [-- plain]`: measures the build in dist and the core in this process, and prints one table with the aims beside.
// The server is started as the extension does it; plain: as Node likes it.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { NODE_OPTIONS, serverEnvironment } from '../client/src/server-process';
import { bundledCore } from './bench/bundled';
import { bigFile, manyFiles, smallFile } from './bench/files';
import { whyStale } from './bench/freshness';
import { deliveredSizes } from './bench/package-size';
import { coldStarts, emptyNode, measureServer, type ServerStart } from './bench/server';
import { type Measured, percentile, type Rounds, type Times } from './bench/statistics';

const COLD: Rounds = { warmUp: 3, runs: 30 };
const WARM: Rounds = { warmUp: 150, runs: 400 };

type Row = readonly [what: string, where: string, file: string, p10: string, median: string, p99: string, aim: string];

const HEADS: Row = ['Measured', 'Where', 'File', '10 %', 'Median', '99 %', 'Aim'];
const AIMS: Readonly<Record<string, string>> = {
  'change to diagnostics, 14 lines': '< 1 ms median',
  'change to diagnostics, 2,000 lines': '< 5 ms median',
  'change to diagnostics, 200 drop-ins, 20 Match blocks': '< 10 ms median',
  'change to effective view, 200 drop-ins, 20 Match blocks': '< 50 ms median',
  'change to diagnostics, all rules on, 2,000 lines': '< 8 ms median',
};

function aimOf(what: string, file: string): string {
  const isRequest = file === '2,000 lines' && what.startsWith('change to ') && !/effective view|upgrade/.test(what);
  return AIMS[`${what}, ${file}`] ?? (isRequest ? '< 5 ms median, < 25 ms 99 %' : '');
}

function timeRow(what: string, where: string, file: string, times: Times, aim = ''): Row {
  const [fast, median, slow] = [0.1, 0.5, 0.99].map((share) => milliseconds(percentile(times, share))) as [
    string,
    string,
    string,
  ];
  return [what, where, file, fast, median, slow, aim];
}

function rowsOf(where: string, measured: readonly Measured[]): readonly Row[] {
  return measured.map(({ what, file, times }) => timeRow(what, where, file, times, aimOf(what, file)));
}

function sizeRow(what: string, where: string, bytes: number, aim = ''): Row {
  return [
    what,
    where,
    '',
    '',
    bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`,
    '',
    aim,
  ];
}

function milliseconds(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 0)} ms`;
}

function printed(rows: readonly Row[]): string {
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0), 3));
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [heads = HEADS, ...rest] = rows;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

async function main(): Promise<void> {
  const stale = whyStale();
  if (stale !== undefined) throw new Error(`${stale}: run "npm run build" first`);
  console.log(
    `Node ${process.versions.node}, ${cpus().length} cores. Cold start: ${COLD.runs} processes after ${COLD.warmUp}. ` +
      `All else: ${WARM.runs} runs after ${WARM.warmUp} to warm up.\n`,
  );
  const plain = process.argv.includes('plain');
  const cache = await mkdtemp(path.join(tmpdir(), 'sshd-config-bench-cache-'));
  const start: ServerStart = plain
    ? { options: [], env: {} }
    : { options: NODE_OPTIONS, env: serverEnvironment(cache) };
  const files = [smallFile(), bigFile(), manyFiles()];
  const cold = await coldStarts(COLD, start);
  const { measured, memory } = await measureServer(files, WARM, start);
  await rm(cache, { recursive: true });
  const { measureCore } = await bundledCore();
  const core = await measureCore(files, WARM);
  const rows: readonly Row[] = [
    HEADS,
    timeRow('start to answer of initialize', 'server', '', cold, '< 150 ms'),
    ...rowsOf('server', measured),
    ...rowsOf('core', core),
    sizeRow('memory after all of it (RSS)', 'server', memory.rss, '< 60 MB'),
    ...(memory.own === undefined ? [] : [sizeRow('of it shared with no other process', 'server', memory.own)]),
    sizeRow('heap after all of it', 'server', memory.heapUsed),
    sizeRow('an empty process (RSS)', 'Node', (await emptyNode()).rss),
    ...deliveredSizes().map(({ name, bytes }) => sizeRow(name, 'dist', bytes, name.endsWith('.vsix') ? '< 1 MB' : '')),
  ];
  console.log(printed(rows));
}

await main();
