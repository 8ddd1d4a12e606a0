// Runs something many times and keeps the times. No times are thrown away but those of the warm-up.

/** Times in milliseconds, ascending. */
export type Times = readonly number[];

/** What was measured and how long it took. */
export interface Measured {
  readonly what: string;
  /** The file it was measured with. */
  readonly file: string;
  readonly times: Times;
}

/** How often something is done: first without looking at the clock, then with. */
export interface Rounds {
  readonly warmUp: number;
  readonly runs: number;
}

/** The times of `runs` runs after `warmUp` runs that do not count. */
export async function timesOf(rounds: Rounds, run: (round: number) => unknown): Promise<Times> {
  const times: number[] = [];
  for (let round = 0; round < rounds.warmUp + rounds.runs; round++) {
    const start = performance.now();
    await run(round);
    const time = performance.now() - start;
    if (round >= rounds.warmUp) times.push(time);
  }
  return times.sort((a, b) => a - b);
}

/** The time that `share` of the runs did not pass (nearest rank). */
export function percentile(times: Times, share: number): number {
  return times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? Number.NaN;
}
