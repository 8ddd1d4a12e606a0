// A directive set again in the same scope: sshd keeps the first value. The few where the last one wins have a rule of their own.
import type { Overruled } from '../../model/repeats';
import { isHere } from '../places';
import { defineRule } from '../rule';
import { capital, JOINED_ON_ONE_LINE, repeatReports, shown, writtenValue } from './repeat-reports';

export const duplicateFirstValueWins = defineRule({
  id: 'duplicate-first-value-wins',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A directive that an earlier line of the same scope has set already: sshd keeps the first value.',
  references: ['sshd_config(5), DESCRIPTION', 'servconf.c: process_server_config_line_depth()'],
  checkKeyword: (keyword, snapshot) =>
    repeatReports(keyword, snapshot, { mine: ({ order, by }) => order === 'first' && isHere(snapshot, by), message }),
});

function message({ line: { placed }, part, by, same }: Overruled, decides: string): string {
  const { line, directive } = placed;
  const keyword = directive?.slot ?? line.keyword.value;
  const what = part === undefined ? writtenValue(line) : line.text.slice(part.start, part.end);
  if (same) return `${capital(decides)} sets the same already; ${shown(what)} changes nothing here. Remove it.`;
  const alias = directive?.keyword === keyword ? '' : ` \`${directive?.keyword}\` is another name of ${keyword}.`;
  const notJoined = JOINED_ON_ONE_LINE.has(keyword)
    ? ` Lines of ${keyword} do not add up; write all values on one line.`
    : ' Keep the value you want.';
  const value = part === undefined ? ` with ${shown(writtenValue(by.placed.line))}` : '';
  return `${capital(decides)} sets ${keyword} first and decides${value}; sshd drops ${shown(what)}.${alias}${notJoined}`;
}
