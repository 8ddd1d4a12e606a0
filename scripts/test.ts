/**
 * `npm test`: every check of the project, none skipped because another failed. Those that keep one core busy run side by side, and
 * VS Code is set up meanwhile; what one of them prints comes in one piece. `npm test -- --vscode=new` runs those in VS Code alone, in a current one. The last line is
 * `N passed, N failed`: unit tests, proofs, end-to-end and window tests one by one, other checks as one each.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { HostKind } from '../test/e2e/bundle';
import { type Counts, runSuite, vscodeExecutable } from '../test/e2e/run';
import { SKIPPED } from '../test/kit/skipped-reporter';
import { e2eFolder, projectRoot } from './vscode-host/paths';
import { endAll, onStop, run } from './vscode-host/processes';
import { RELEASE_VARIABLE } from './vscode-host/setup';

type Log = (line: string) => void;

interface Check {
  readonly name: string;
  readonly run: (log: Log) => Promise<Outcome>;
}

interface Outcome extends Counts {
  /** What this machine cannot run, and why, in lines. */
  readonly skipped?: readonly string[];
}

/** Runs everything; resolves to 0 only when nothing failed. */
export async function main(args: readonly string[]): Promise<number> {
  onStop(endAll);
  const current = args.includes('--vscode=new');
  if (current) process.env[RELEASE_VARIABLE] = 'new';
  const started = Date.now();
  const browserHost = settled(vscodeExecutable('web', console.log));
  const nodeHost = settled(browserHost.then(() => vscodeExecutable('node', console.log)));
  const build = script('build', 'build');
  let built = false;
  const remembered = (counts: Counts): Counts => {
    built = counts.failed === 0;
    return counts;
  };
  const ready = async (executable: Promise<string>): Promise<string> => {
    if (!built) throw new Error('Not run: there is no build to test');
    return executable;
  };
  const endToEnd =
    (kind: HostKind, executable: Promise<string>): Check['run'] =>
    async (log) =>
      runSuite(kind, await ready(executable), log);
  const builds: Check = { ...build, run: async (log) => remembered(await build.run(log)) };
  const suites: readonly Check[] = [
    { name: 'end to end, Node extension host', run: endToEnd('node', nodeHost) },
    { name: 'end to end, web worker extension host', run: endToEnd('web', browserHost) },
  ];
  const window: Check = {
    name: 'a window, by mouse and keyboard: panels in every kind of theme, status, trust',
    run: async (log) => {
      await ready(browserHost);
      return vitestRun('window', log);
    },
  };
  if (current) return summary(await outcomes([builds, ...suites, window]), started);
  const quick = [
    script('types', 'typecheck'),
    script('lint', 'lint'),
    script('dead code', 'knip'),
    script('generated files are fresh', 'generate', '--check'),
  ];
  // These keep every core busy by themselves.
  const unit: Check = { name: 'unit tests', run: (log) => vitestRun('unit', log) };
  const proofs: Check = {
    name: 'proofs: recorded answers of real sshd builds, an installed sshd, properties',
    run: (log) => vitestRun('proofs', log, liveCases(log)),
  };
  // Real time passes in it, with next to nothing to do.
  const laboratory: Check = { name: 'NAT laboratory', run: (log) => vitestRun('nat-lab', log) };
  const results = [
    ...(await sideBySide([builds], quick)),
    ...(await outcomes([unit])),
    ...(await Promise.all([outcomes([proofs]), sideBySide([laboratory])])).flat(),
    ...(await sideBySide(suites, [window])),
  ];
  return summary(results, started);
}

/** A failure is told where the promise is awaited, not before. */
function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** One after the other; all they print is seen as it comes. */
async function outcomes(checks: readonly Check[], log: Log = console.log): Promise<(Check & Outcome)[]> {
  const results: (Check & Outcome)[] = [];
  for (const check of checks) results.push({ ...check, ...(await outcome(check, log)) });
  return results;
}

async function sideBySide(...lanes: readonly (readonly Check[])[]): Promise<(Check & Outcome)[]> {
  const inOnePiece = async (check: Check): Promise<(Check & Outcome)[]> => {
    const lines: string[] = [];
    const results = await outcomes([check], (line) => lines.push(line));
    console.log(lines.join('\n'));
    return results;
  };
  const lane = async (checks: readonly Check[]): Promise<(Check & Outcome)[]> => {
    const results: (Check & Outcome)[] = [];
    for (const check of checks) results.push(...(await inOnePiece(check)));
    return results;
  };
  return (await Promise.all(lanes.map(lane))).flat();
}

async function outcome(check: Check, log: Log): Promise<Outcome> {
  const started = Date.now();
  log(`\n== ${check.name}`);
  let counts: Outcome;
  try {
    counts = await check.run(log);
  } catch (error) {
    log(error instanceof Error ? error.message : String(error));
    counts = { passed: 0, failed: 1 };
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  log(`   ${check.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  return counts;
}

function summary(results: readonly (Check & Outcome)[], started: number): number {
  const total = (of: (counts: Counts) => number): number => results.reduce((sum, counts) => sum + of(counts), 0);
  const failed = total((counts) => counts.failed);
  console.log(`\nAll checks took ${((Date.now() - started) / 1000).toFixed(0)} s.`);
  for (const line of results.flatMap(({ skipped = [] }) => skipped)) console.log(line);
  for (const result of results) if (result.failed > 0) console.log(`Failed: ${result.name}`);
  console.log(`${total((counts) => counts.passed)} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** One of the scripts of package.json as one test; what it prints matters only when it fails. */
const script = (name: string, npmScript: string, ...args: readonly string[]): Check => ({
  name,
  run: async (log) => {
    const { code, output } = await run(
      'npm',
      ['run', '--silent', npmScript, ...(args.length > 0 ? ['--', ...args] : [])],
      { cwd: projectRoot },
    );
    if (code === 0) return { passed: 1, failed: 0 };
    log(output);
    return { passed: 0, failed: 1 };
  },
});

// A fresh seed each time, but for CI: there the same files are asked each time, so that a change is judged and not a stroke of luck.
const CI_SEED = '20261125';

/** How many random files an installed sshd is asked about, and which; without Debian's sshd the test itself says that it is skipped. */
function liveCases(log: Log): Readonly<Record<string, string>> {
  const seed = process.env.SSHD_SEED ?? (process.env.CI === undefined ? freshSeed() : CI_SEED);
  log(`2,000 random files for an installed sshd, seed ${seed}`);
  return { SSHD_FILES: '2000', SSHD_SEED: seed };
}

function freshSeed(): string {
  return String(Math.floor(Math.random() * 2 ** 31));
}

interface VitestReport {
  readonly numTotalTests: number;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

/** One of the scripts of package.json that run vitest. */
async function vitestRun(
  name: 'unit' | 'proofs' | 'nat-lab' | 'window',
  log: Log,
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const reportFile = path.join(e2eFolder, `${name}.json`);
  await mkdir(e2eFolder, { recursive: true });
  await rm(reportFile, { force: true });
  const skipped: string[] = [];
  const { code } = await run('npm', ['run', '--silent', name], {
    cwd: projectRoot,
    env: { ...process.env, ...env, VITEST_REPORT: reportFile },
    onLine: (line) => {
      if (line.startsWith(SKIPPED)) skipped.push(line);
      log(line);
    },
  });
  const report = JSON.parse(await readFile(reportFile, 'utf8')) as VitestReport;
  // A test file that does not even load has no failed test to count.
  const failed = report.numFailedTests === 0 && (code !== 0 || report.numTotalTests === 0) ? 1 : report.numFailedTests;
  return { passed: report.numPassedTests, failed, skipped };
}
