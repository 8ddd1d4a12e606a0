// A key type list of which sshd keeps nothing: it fails when it puts the list together, after the whole file is read or when a connection fits the block.
import { shifted } from '../../base/text-range';
import type { PlacedDirective } from '../../model/file-model';
import { isMisplaced } from '../../model/line-problems';
import type { Snapshot } from '../../model/snapshot';
import { defineRule, type Report } from '../rule';
import { argumentReports } from './argument-reports';

export const emptiedAlgorithmList = defineRule({
  id: 'emptied-algorithm-list',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'A list of key types that sshd cannot put together, because nothing of it is left.',
  references: ['servconf.c: assemble_algorithms()', 'kex.c: kex_assemble_names()'],
  *checkKeyword(keyword, snapshot) {
    if (snapshot.catalog.directive(keyword)?.argument.name !== 'algorithm-list') return;
    for (const placed of snapshot.model.settersOf(keyword)) {
      if (isMisplaced(placed)) continue;
      // In a block the list is put together as if the block acted, once a connection fits.
      const [report] = argumentReports('emptied-algorithm-list', { ...placed, active: true }, snapshot);
      const refuses = placed.active && !isOverruled(placed, snapshot, () => true);
      // Below Match all too: for a connection sshd reads the blocks alone.
      const drops = placed.block !== undefined && !isOverruled(placed, snapshot, ({ block }) => block !== undefined);
      if (report === undefined || (!refuses && !drops)) continue;
      const start = snapshot.tree.starts[placed.lineIndex] ?? 0;
      yield { ...(refuses ? report : forConnections(report)), range: shifted(report.range, start) };
    }
  },
});

// What an earlier line has set is checked, but not put together.
function isOverruled(
  { directive, line }: PlacedDirective,
  { configuration }: Snapshot,
  counts: (other: PlacedDirective) => boolean,
): boolean {
  if (directive === undefined) return false;
  const setters = configuration.settersOf(directive.slot);
  return setters.find(({ placed }) => placed.line === line || (placed.active && counts(placed)))?.placed.line !== line;
}

function forConnections({ message }: Report): Omit<Report, 'range'> {
  return {
    severity: 'warning',
    message: `${message.replace(/; it refuses to start.*?(?= Write)/, '.')} \`sshd -t\` lets it pass in this block, but a connection the block fits ends before anybody can log in.`,
  };
}
