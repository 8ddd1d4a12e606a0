// `npm run fuzz [-- --runs 200000 --seed N]`: random inputs through everything there is to ask. Ends with 1 when one throws,
// gives an answer that cannot be right, takes too long, or when memory grows. Needs node --expose-gc.
import { Worker } from 'node:worker_threads';
import { type Campaign, failureText, runCampaign } from '../test/fuzz/campaign';

const LIMIT_MS = 2000;
const HANG_MS = 60_000;
const MEGABYTE = 2 ** 20;
// Caches of the catalogue fill in the first part of a run.
const WARM_UP = 0.2;
// A snapshot kept by mistake for each input would be hundreds.
const MOST_GROWTH = 8;

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} needs a whole number`);
  return value;
}

/** Ends the process when the same input is at work for too long: nothing else can, while it never returns. */
function watchdog(seed: number): { readonly beat: (index: number) => void; readonly end: () => void } {
  const current = new Int32Array(new SharedArrayBuffer(4));
  const code = `
    const { workerData: { current, seed, limit } } = require('node:worker_threads');
    let seen = -1;
    setInterval(() => {
      if (current[0] !== seen) { seen = current[0]; return; }
      require('node:fs').writeSync(2, 'input ' + seen + ' of seed ' + seed + ' never ends\\n');
      process.kill(process.pid, 'SIGKILL');
    }, limit);`;
  const worker = new Worker(code, { eval: true, workerData: { current, seed, limit: HANG_MS } });
  return {
    beat: (index) => Atomics.store(current, 0, index),
    end: () => void worker.terminate(),
  };
}

function heap(): number {
  if (gc === undefined) throw new Error('start node with --expose-gc');
  gc();
  return process.memoryUsage().heapUsed / MEGABYTE;
}

/** The least heap of the last quarter against the least of the quarter behind the warm-up, in MB. */
function growth(heaps: readonly number[]): number {
  const warm = heaps.slice(Math.floor(heaps.length * WARM_UP));
  const quarter = Math.max(1, Math.floor(warm.length / 4));
  return Math.min(...warm.slice(-quarter)) - Math.min(...warm.slice(0, quarter));
}

function summary({ runs, characters, slowest, failures }: Campaign, heaps: readonly number[], seconds: number): string {
  const figures = heaps.map((one) => one.toFixed(1)).join(', ');
  return [
    ...failures.map(failureText),
    `${runs} inputs, ${(characters / 1e6).toFixed(1)} million characters, ${seconds.toFixed(0)} s (${((seconds * 1000) / runs).toFixed(2)} ms each)`,
    `slowest: input ${slowest.index}, ${slowest.ms.toFixed(0)} ms for ${slowest.length} characters (limit ${LIMIT_MS} ms, and 1 ms for each line)`,
    `heap after collection, in MB: ${figures}; growth behind the warm-up ${growth(heaps).toFixed(1)} (limit ${MOST_GROWTH})`,
    `${failures.length} failures`,
  ].join('\n');
}

const runs = option('runs', 200_000);
const seed = option('seed', Math.floor(Math.random() * 2 ** 31));
console.log(`seed ${seed}, ${runs} inputs`);
const dog = watchdog(seed);
const heaps: number[] = [];
const every = Math.max(1, Math.floor(runs / 20));
const started = performance.now();
const campaign = runCampaign({
  seed,
  runs,
  limitMs: LIMIT_MS,
  mostFailures: 10,
  progress: (soFar) => {
    dog.beat(soFar.runs);
    if (soFar.runs % every === 0) heaps.push(heap());
  },
});
heaps.push(heap());
dog.end();
console.log(summary(campaign, heaps, (performance.now() - started) / 1000));
process.exitCode = campaign.failures.length > 0 || growth(heaps) > MOST_GROWTH ? 1 : 0;
