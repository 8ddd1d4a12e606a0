// The sshd one is about to move to reads the line differently.
import type { KnownDirective } from '../../catalog/catalog';
import type { Keyword } from '../../catalog/directives';
import type { DirectiveInFile } from '../../model/configuration';
import { scopedSetting } from '../../model/effective/scoped-setting';
import type { PlacedDirective } from '../../model/file-model';
import { namesAt, snapshotAt } from '../../model/other-target';
import type { Snapshot } from '../../model/snapshot';
import { type DirectiveLine, type Line, lineIndexAt } from '../../syntax/tree';
import { restText } from '../accepted-lines';
import { directiveRange, isHere, lineName } from '../places';
import { defineRule, type Report } from '../rule';

export const readDifferentlyAfterUpgrade = defineRule({
  id: 'read-differently-after-upgrade',
  category: 'upgrade',
  severity: 'warning',
  since: '0.2.0',
  summary: 'The sshd one is about to move to reads the line differently.',
  references: ['misc.c: strdelim(), argv_split()', 'servconf.c of both releases'],
  *checkKeyword(keyword, snapshot, { reads }) {
    const { upgradeTo } = snapshot.settings.rules;
    if (upgradeTo === undefined) return;
    const next = snapshotAt(snapshot, upgradeTo);
    const later = next.catalog.directive(keyword)?.slot ?? keyword;
    reads(...namesAt(next, keyword));
    yield* otherValues(keyword, snapshot, next, upgradeTo.label);
    yield* otherDecider(keyword, later, snapshot, next, upgradeTo.label);
  },
});

function* otherValues(keyword: Keyword, snapshot: Snapshot, next: Snapshot, label: string): Iterable<Report> {
  if (next.tree === snapshot.tree) return;
  for (const placed of snapshot.model.settersOf(keyword)) {
    const { directive, line } = placed;
    const other = lineThere(snapshot, placed, next);
    if (directive?.status !== 'supported' || other?.kind !== 'directive') continue;
    const directiveThen = next.catalog.directive(other.keyword.value);
    if (directiveThen?.status !== 'supported') continue;
    const [today, tomorrow] = [textOf(directive, line), textOf(directiveThen, other)];
    if (today !== tomorrow)
      yield {
        range: directiveRange(snapshot, placed),
        message: `Today sshd reads the value \`${today}\`; ${label} reads \`${tomorrow}\`. Write it so that both agree.`,
      };
  }
}

// By where it stands: a NUL glues lines together for one of the two only, and from there on they are counted differently.
function lineThere({ tree }: Snapshot, { lineIndex }: PlacedDirective, next: Snapshot): Line | undefined {
  const start = tree.starts[lineIndex] ?? 0;
  const index = lineIndexAt(next.tree, start);
  return next.tree.starts[index] === start ? next.tree.lines[index] : undefined;
}

function startOf({ reading, placed }: DirectiveInFile): number | undefined {
  return reading.tree.starts[placed.lineIndex];
}

function textOf({ argument }: KnownDirective, line: DirectiveLine): string {
  return argument.shape === 'rest-of-line' ? restText(line) : line.words.map(({ value }) => value).join(' ');
}

// Where repeats count otherwise, or a name becomes an alias, another line decides from then on.
function* otherDecider(
  keyword: Keyword,
  later: Keyword,
  snapshot: Snapshot,
  next: Snapshot,
  label: string,
): Iterable<Report> {
  const [now] = scopedSetting(snapshot.configuration, keyword).by;
  const setting = scopedSetting(next.configuration, later);
  const [then] = setting.by;
  if (now === undefined || then === undefined || setting.by.length > 1 || !isHere(snapshot, now)) return;
  if (startOf(now) === startOf(then) && now.reading.file.uri === then.reading.file.uri) return;
  yield {
    range: directiveRange(snapshot, now.placed),
    message: `Today this line decides ${keyword}; with ${label} it is ${lineName(snapshot, then)}. Keep one of the two.`,
  };
}
