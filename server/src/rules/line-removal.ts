// The fix that takes a whole line away, its line end included.
import type { DirectiveLine } from '../syntax/tree';
import type { Fix } from './rule';

/** Removes the line; edits count from its start. */
export function lineRemoval(line: DirectiveLine, title: string, safety: Fix['safety'] = 'unsafe'): Fix {
  return { title, safety, edits: [{ start: 0, end: line.text.length, newText: '' }] };
}
