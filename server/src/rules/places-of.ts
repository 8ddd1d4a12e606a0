// The places that a report names: of itself, of lines that explain it and of its fixes, together.
import type { TextRange } from '../base/text-range';
import type { Report } from './rule';

type Placed = Pick<Report, 'range' | 'related' | 'fixes'>;

/** Every place, with the file where it is another one. */
export function placesOf({ range, related = [], fixes = [] }: Placed): readonly (TextRange & { uri?: string })[] {
  return [
    range,
    ...related.map((one) => ({ ...one.range, ...(one.uri === undefined ? {} : { uri: one.uri }) })),
    ...fixes.flatMap(({ edits }) => edits),
  ];
}

/** The same report with the places in its own file mapped. */
export function withPlaces<T extends Placed>(report: T, at: (place: TextRange) => TextRange): T {
  const { range, related, fixes } = report;
  const ofEdit = <E extends TextRange & { readonly uri?: string }>(edit: E): E =>
    edit.uri === undefined ? { ...edit, ...at({ start: edit.start, end: edit.end }) } : edit;
  return {
    ...report,
    range: at(range),
    ...(related && { related: related.map((one) => (one.uri === undefined ? { ...one, range: at(one.range) } : one)) }),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(ofEdit) })) }),
  };
}
