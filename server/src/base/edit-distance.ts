// How far two words lie apart, for "did you mean". Case is the caller's business.

/** Optimal string alignment distance (insert, delete, replace, swap of neighbours), or `limit + 1` when it is larger than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cell(a, b, i, j, row, previous, before));
    // A swap reaches back two rows, so both must be too far.
    if (Math.min(...row, ...previous) > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return Math.min(previous[b.length] ?? 0, limit + 1);
}

function cell(
  a: string,
  b: string,
  i: number,
  j: number,
  row: readonly number[],
  previous: readonly number[],
  before: readonly number[],
): number {
  const same = a[i - 1] === b[j - 1];
  const far = Number.POSITIVE_INFINITY;
  let best = Math.min((previous[j] ?? far) + 1, (row[j - 1] ?? far) + 1, (previous[j - 1] ?? far) + (same ? 0 : 1));
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  if (swapped) best = Math.min(best, (before[j - 2] ?? far) + 1);
  return best;
}

/** The candidates nearest to `word`, best first, none further than a third of its length (at least 1, at most 3). */
export function nearest(word: string, candidates: Iterable<string>, most = 3): readonly string[] {
  const lower = word.toLowerCase();
  const limit = Math.max(1, Math.min(3, Math.floor(lower.length / 3)));
  const found: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    const distance = editDistance(lower, candidate.toLowerCase(), limit);
    if (distance <= limit) found.push({ candidate, distance });
  }
  found.sort((x, y) => x.distance - y.distance || (x.candidate < y.candidate ? -1 : 1));
  const closest = found[0]?.distance ?? 0;
  return found
    .filter((x) => x.distance <= closest + 1)
    .slice(0, most)
    .map((x) => x.candidate);
}
