// Who can log in, for the panel: the model's table in words, with the lines that decide.
import { accessTable } from '../model/access/access-table';
import { fromText, reasonText, remarks, wayTexts, whoText } from '../model/access/access-words';
import type { Configuration } from '../model/configuration';
import type { FeatureDocument } from './document';
import type { AccessViewRow, EffectiveView, ViewPlace } from './view-data';
import { viewPlace } from './view-places';

const ASSUMED =
  'Assumed: the account exists, is not locked, has a shell, and PAM does not object. None of that stands in these files.';
const CUT = 'There are more kinds of connections than are looked at here; some are missing.';

/** The table of a configuration. */
export function accessView(document: FeatureDocument, configuration: Configuration): EffectiveView['access'] {
  const table = accessTable(configuration);
  const rows = table.rows.map((row): AccessViewRow => {
    const { outcome } = row;
    const letIn = outcome.kind === 'let-in';
    return {
      who: whoText(row, table),
      from: fromText(row, table),
      letIn,
      how: letIn ? wayTexts(outcome) : [reasonText(outcome)],
      remarks: letIn ? remarks(outcome) : [],
      by: inFileOrder(outcome.by.map((line) => viewPlace(document, line))),
      connection: row.verdict.population.connection,
    };
  });
  return { rows, notes: [...(rows.length === 0 ? [] : [ASSUMED]), ...(table.cut ? [CUT] : [])] };
}

function inFileOrder(places: readonly ViewPlace[]): readonly ViewPlace[] {
  return places.toSorted((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.position.line - b.position.line));
}
