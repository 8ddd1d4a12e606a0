// A directive that sshd takes in the global section only, inside a Match block: it refuses the file.
import { misplacedWords } from '../../catalog/sshd-words';
import { shortName } from '../../catalog/versions';
import type { PlacedDirective } from '../../model/file-model';
import { isMisplaced } from '../../model/line-problems';
import type { Snapshot } from '../../model/snapshot';
import { keywordRange, lineName, relatedLine } from '../places';
import { defineRule, type Report } from '../rule';

export const directiveNotAllowedInMatch = defineRule({
  id: 'directive-not-allowed-in-match',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'A global-only directive inside a Match block.',
  references: ['servconf.c: process_server_config_line_depth(), SSHCFG_MATCH', 'sshd_config(5), Match'],
  *checkKeyword(keyword, snapshot) {
    const { model, tree, catalog } = snapshot;
    for (const placed of model.settersOf(keyword)) {
      const { block, line, directive } = placed;
      if (!isMisplaced(placed)) continue;
      if (block === undefined) {
        yield* refusedByInclude(snapshot, placed);
        continue;
      }
      const start = tree.starts[placed.lineIndex] ?? 0;
      const header = block.header.line;
      const headerStart = tree.starts[block.header.lineIndex] ?? 0;
      const match = header.text.slice(header.keyword.start, header.rest.end);
      const moved = line.text.trimStart();
      const later = directive?.entry.scope.find(([release, scope]) => scope === 'all' && !catalog.since(release))?.[0];
      const allowed = later === undefined ? '' : ` (OpenSSH ${shortName(later)} and later take it there)`;
      yield {
        range: { start: start + line.keyword.start, end: start + line.keyword.end },
        message: `The line belongs to \`${match}\` (line ${block.header.lineIndex + 1}), and sshd refuses \`${directive?.keyword}\` inside a Match block${allowed}. Move it above the first Match line.`,
        sshdSays: misplacedWords(line, catalog.target, header),
        related: [
          {
            range: { start: headerStart + header.keyword.start, end: headerStart + header.rest.end },
            message: 'The block begins here and ends at the next Match line, or with the file.',
          },
        ],
        fixes: [
          {
            title: 'Move the line above the first Match line',
            safety: 'unsafe',
            preferred: true,
            edits: [
              {
                start: globalEnd(model, tree),
                end: globalEnd(model, tree),
                newText: moved.endsWith('\n') ? moved : `${moved}\n`,
              },
              { start, end: start + line.text.length, newText: '' },
            ],
          },
        ],
      };
    }
  },
});

// The block stands around the Include that leads here.
function* refusedByInclude(snapshot: Snapshot, placed: PlacedDirective): Iterable<Report> {
  const include = snapshot.reading.via;
  const block = placed.conditions.findLast(({ criteria }) => !criteria.activeWhenRead);
  if (include === undefined || block === undefined) return;
  const header = block.header.line;
  yield {
    range: keywordRange(snapshot, placed),
    message: `The Include of ${lineName(snapshot, include)} stands in \`${header.text.slice(header.keyword.start, header.rest.end)}\`, and sshd refuses \`${placed.directive?.keyword}\` there, in included files too. Move the Include above the first Match line, or set this in another file.`,
    sshdSays: misplacedWords(placed.line, snapshot.catalog.target, header),
    related: [relatedLine(snapshot, include, 'The Include in the Match block')],
  };
}

function globalEnd(
  model: { readonly blocks: readonly { readonly header: { readonly lineIndex: number } }[] },
  tree: { readonly starts: readonly number[] },
): number {
  return tree.starts[model.blocks[0]?.header.lineIndex ?? 0] ?? 0;
}
