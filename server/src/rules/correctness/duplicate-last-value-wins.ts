// A directive set again where sshd keeps the last value, the reverse of its custom.
import type { Overruled } from '../../model/repeats';
import { isHere } from '../places';
import { defineRule } from '../rule';
import { repeatReports, shown, writtenValue } from './repeat-reports';

export const duplicateLastValueWins = defineRule({
  id: 'duplicate-last-value-wins',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A directive that a later line of the same scope sets again, one of the few where sshd keeps the last value.',
  references: ['servconf.c: process_server_config_line_depth()'],
  checkKeyword: (keyword, snapshot) =>
    repeatReports(keyword, snapshot, { mine: ({ order, by }) => order === 'last' && isHere(snapshot, by), message }),
});

function message({ line: { placed }, by, same }: Overruled, decides: string): string {
  const keyword = placed.directive?.slot ?? placed.line.keyword.value;
  if (same) return `${keyword} is set to the same value again on ${decides}; one of the two lines is enough.`;
  const why =
    keyword === 'UnusedConnectionTimeout' ? '`none` wins over every value above it' : 'this sshd keeps the last value';
  return `For ${keyword} ${why}: ${decides} decides with ${shown(writtenValue(by.placed.line))}, and this line has no effect. Keep one of the two.`;
}
