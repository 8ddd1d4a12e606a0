// `sshd-config access`: who can log in, and how, as a table or as JSON.
import { plainText } from '../base/plain-text';
import { type AccessRow, type AccessTable, accessTable } from '../model/access/access-table';
import { fromText, reasonText, remarks, wayTexts, whoText } from '../model/access/access-words';
import type { Configuration, DirectiveInFile } from '../model/configuration';
import { refusalWhenRead } from '../model/effective/refusals';
import type { AccessCommand } from './access-arguments';
import { loadedConfiguration } from './loaded-configuration';
import type { CliWorld } from './world';

/** Prints it. 0: somebody can log in, 1: nobody can, or sshd does not start, 2: the file cannot be read. */
export async function printAccess(command: AccessCommand, world: CliWorld): Promise<0 | 1 | 2> {
  const configuration = await loadedConfiguration(command, world);
  if (typeof configuration === 'string') {
    await world.err(`sshd-config: ${configuration}\n`);
    return 2;
  }
  const placeOf = ({ reading, placed }: DirectiveInFile) =>
    `${world.pathOf(reading.file.uri, command.file)}:${placed.lineIndex + 1}`;
  const refusal = refusalWhenRead(configuration);
  if (refusal !== undefined) {
    const place = refusal.by === undefined ? '' : `${placeOf(refusal.by)}: `;
    await world.err(`sshd-config: sshd does not start: ${place}${plainText(refusal.message)}\n`);
    return 1;
  }
  const table = accessTable(configuration);
  await world.out(command.format === 'json' ? jsonOf(table, configuration, placeOf) : textOf(table));
  return table.rows.some(({ outcome }) => outcome.kind === 'let-in') ? 0 : 1;
}

function textOf(table: AccessTable): string {
  const lines = table.rows.map((row) => [whoText(row, table), fromText(row, table), howText(row)] as const);
  const width = (column: 0 | 1) => Math.max(...lines.map((line) => line[column].length));
  const [who, from] = [width(0), width(1)];
  const gap = from === 0 ? '' : '  ';
  const cut = table.cut ? 'There are more kinds of connections than are looked at; some are missing.\n' : '';
  return lines.map((line) => `${line[0].padEnd(who)}${gap}${line[1].padEnd(from)}  ${line[2]}\n`).join('') + cut;
}

function howText({ outcome }: AccessRow): string {
  if (outcome.kind === 'shut-out') return `no: ${reasonText(outcome)}`;
  const notes = remarks(outcome);
  return `${wayTexts(outcome).join(' or ')}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
}

function jsonOf(table: AccessTable, { catalog }: Configuration, placeOf: (line: DirectiveInFile) => string): string {
  const rows = table.rows.map((row) => {
    const { outcome } = row;
    const verdict =
      outcome.kind === 'shut-out'
        ? { letIn: false, reason: reasonText(outcome) }
        : { letIn: true, ways: outcome.ways.ways, remarks: remarks(outcome) };
    return {
      who: whoText(row, table),
      from: fromText(row, table),
      ...verdict,
      by: outcome.by.map(placeOf),
      example: row.verdict.population.connection,
    };
  });
  return `${JSON.stringify({ target: catalog.target.id, rows, complete: !table.cut })}\n`;
}
