// Which fixes may be applied together without asking. Applies nothing itself.
import type { TextRange } from '../base/text-range';
import type { Snapshot } from '../model/snapshot';
import { recommendedFixes } from '../rules/keepalive/recommended-lines';
import type { Finding, Fix } from '../rules/rule';

/** The safe fixes of the file alone that do not touch each other, in file order: one for each finding, its preferred one first. */
export function safeFixes(findings: readonly Finding[]): readonly Fix[] {
  const fixes: Fix[] = [];
  const taken: TextRange[] = [];
  for (const finding of findings) {
    const safe = (finding.fixes ?? []).filter(
      ({ safety, edits }) => safety === 'safe' && edits.length > 0 && edits.every(({ uri }) => uri === undefined),
    );
    const fix = safe.find((one) => one.preferred) ?? safe[0];
    if (fix === undefined || fix.edits.some((edit) => collides(taken, edit))) continue;
    fixes.push(fix);
    for (const edit of fix.edits) taken.splice(place(taken, edit.start), 0, edit);
  }
  return fixes;
}

/** What "fix all" applies. The keepalive lines are advice with an action of their own: a save must not bring them in unasked. */
export function fixesForAll(snapshot: Snapshot, findings: readonly Finding[]): readonly Fix[] {
  const advice = new Set(recommendedFixes(snapshot).map(({ title }) => title));
  return safeFixes(findings).filter(({ title }) => !advice.has(title));
}

/** The index of the first of the sorted, disjoint ranges that starts at `start` or behind it. */
function place(sorted: readonly TextRange[], start: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Two changes that begin at the same place collide too: which comes first would be chance.
function collides(taken: readonly TextRange[], edit: TextRange): boolean {
  const at = place(taken, edit.start);
  const before = taken[at - 1];
  const next = taken[at];
  return (
    (before !== undefined && before.end > edit.start) ||
    (next !== undefined && (next.start < edit.end || next.start === edit.start))
  );
}
