// What the panel of the effective configuration is told, as text: `Keyword value < sshd_config:3 (beats sshd_config:1 global)`.
import { expect } from 'vitest';
import { effectiveView } from '../../server/src/features/effective-view';
import type { EffectiveView, ViewQuery, ViewRow } from '../../server/src/features/view-data';
import { featureDocument } from './feature-document';
import type { SnapshotOptions } from './snapshot';

/** The view of a text. */
export function viewOf(text: string, query: ViewQuery = {}, options: SnapshotOptions = {}): EffectiveView {
  return effectiveView(featureDocument(text, options), query);
}

/** A line for each row that does not merely hold a default, or that a comparison found different. */
export function viewLines(view: EffectiveView): readonly string[] {
  return view.rows.filter((row) => row.state !== 'default' || row.other?.differs).map(lineOf);
}

function lineOf({ keyword, values, by, beaten, other }: ViewRow): string {
  const lost = beaten.map(({ place, why }) => ` (beats ${place.label} ${why})`).join('');
  const decided = by.map(({ label }) => label).join(', ');
  const different = other?.differs ? ` | ${other.values.join(' + ')}` : '';
  return `${keyword} ${values.join(' + ')}${different}${decided === '' ? '' : ` < ${decided}`}${lost}`;
}

/** The rows read so. */
export function expectEffectiveView(
  text: string,
  lines: readonly string[],
  query: ViewQuery = {},
  options: SnapshotOptions = {},
): void {
  expect(viewLines(viewOf(text, query, options))).toEqual(lines);
}
