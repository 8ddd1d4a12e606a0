// `check --fix`: safe fixes, round by round, until none is left. Writes nothing.
import { withEdits } from '../base/text-edits';
import type { Snapshot } from '../model/snapshot';
import type { Finding } from '../rules/rule';
import { fixesForAll } from '../service';

/** A file that is judged. */
export interface Judged {
  readonly snapshot: Snapshot;
  readonly findings: readonly Finding[];
}

// A fix may lay bare another; a pair that undid each other would go on for ever.
const MOST_ROUNDS = 10;

/** The file as it is once nothing is left to fix, and how many fixes that took. */
export function fixed(
  text: string,
  judge: (text: string) => Judged,
): { readonly text: string; readonly judged: Judged; readonly count: number } {
  let now = text;
  let judged = judge(now);
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = fixesForAll(judged.snapshot, judged.findings);
    if (fixes.length === 0) break;
    now = withEdits(
      now,
      fixes.flatMap(({ edits }) => edits),
    );
    count += fixes.length;
    judged = judge(now);
  }
  return { text: now, judged, count };
}
