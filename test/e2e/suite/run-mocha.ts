/**
 * Runs mocha inside the extension host and reports through marked log lines.
 * The browser build serves both hosts: it needs neither a document nor Node.
 */
import 'mocha/mocha.js';
import { endLine, endMarker, linePrefix } from './protocol';

interface MochaGlobals {
  readonly Mocha: { readonly prototype: { run(this: unknown, done: (failures: number) => void): Mocha.Runner } };
  readonly mocha: { setup(options: object): void };
}

// Replaced by the bundler with what the runner was asked for.
declare const E2E_GREP: string;

const say = (text: string): void => {
  // The extension host pins console.log, so the lines carry a mark instead of going elsewhere.
  for (const line of text.split('\n')) console.log(linePrefix + line);
};

/** Defines the suites, runs them, resolves when all passed and rejects when one failed. */
export function runMocha(defineSuites: () => void): Promise<void> {
  const { Mocha: type, mocha } = globalThis as unknown as MochaGlobals;
  mocha.setup({
    ui: 'tdd',
    color: false,
    timeout: 30_000,
    reporter: lineReporter,
    ...(E2E_GREP === '' ? {} : { grep: E2E_GREP }),
  });
  defineSuites();
  return new Promise((resolve, reject) => {
    let passed = 0;
    const runner = type.prototype.run.call(mocha, (failed) => {
      say(endLine(passed, failed));
      console.log(endMarker + JSON.stringify({ tests: passed + failed, failures: failed }));
      if (failed === 0) resolve();
      else reject(new Error(`${failed} tests failed`));
    });
    runner.on('pass', () => {
      passed++;
    });
  });
}

function lineReporter(runner: Mocha.Runner): void {
  runner.on('suite', (suite) => suite.title !== '' && say(`  ${suite.title}`));
  runner.on('pass', (test) => say(`    ok ${test.title} (${test.duration ?? 0} ms)`));
  runner.on('pending', (test) => say(`    skipped ${test.title}`));
  runner.on('fail', (test, error: Error) =>
    say(`    FAILED ${test.fullTitle()}\n${indented(error.stack ?? error.message)}`),
  );
}

const indented = (text: string): string =>
  text
    .split('\n')
    .slice(0, 12)
    .map((line) => `      ${line}`)
    .join('\n');
