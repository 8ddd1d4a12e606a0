// Who can log in, as lines of text: `alice, from 10.0.0.0/8: public key or password`, or `root: no (PermitRootLogin)`.
import { expect } from 'vitest';
import { accessTable } from '../../server/src/model/access/access-table';
import { fromText, reasonText, remarks, wayTexts, whoText } from '../../server/src/model/access/access-words';
import { configurationFrom } from './configuration';

export interface AccessOptions {
  readonly target?: string;
  /** Whether remarks are shown, in brackets. */
  readonly withRemarks?: boolean;
}

/** A line for each row of the table. `files`: the main file, or files by name below /etc/ssh. */
export function accessLines(
  files: string | Readonly<Record<string, string>>,
  { target, withRemarks = false }: AccessOptions = {},
): readonly string[] {
  const table = accessTable(configurationFrom(typeof files === 'string' ? { sshd_config: files } : files, target));
  return table.rows.map((row) => {
    const place = fromText(row, table);
    const who = `${whoText(row, table)}${place === '' ? '' : `, ${place}`}`;
    if (row.outcome.kind === 'shut-out') return `${who}: no (${reasonText(row.outcome)})`;
    const notes = withRemarks ? remarks(row.outcome).map((note) => ` [${note}]`) : [];
    return `${who}: ${wayTexts(row.outcome).join(' or ')}${notes.join('')}`;
  });
}

/** The table reads so. */
export function expectAccess(
  files: string | Readonly<Record<string, string>>,
  lines: readonly string[],
  options: AccessOptions = {},
): void {
  expect(accessLines(files, options)).toEqual(lines);
}
