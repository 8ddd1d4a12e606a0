// An Include that comes too late: below lines that have set what the included files say, or inside a Match block that it was hardly meant for.
import type { DirectiveInFile } from '../../model/configuration';
import type { MatchBlock, PlacedDirective } from '../../model/file-model';
import { overruledOf } from '../../model/repeats';
import type { Snapshot } from '../../model/snapshot';
import { endOfGlobalSection } from '../keepalive/new-lines';
import { insertion, removal } from '../line-edits';
import { directiveRange, lineName, lineNumber, relatedLine } from '../places';
import { defineRule, type Fix, type Report } from '../rule';
import { capital } from './repeat-reports';

export const lateInclude = defineRule({
  id: 'late-include',
  category: 'correctness',
  severity: 'warning',
  since: '0.2.0',
  summary: 'An Include below lines that decide before it, or swallowed by a Match block.',
  references: ['sshd_config(5), Include', 'servconf.c: process_server_config_line_depth()'],
  *check(snapshot) {
    for (const [include, beaten] of beatenBelow(snapshot)) yield tooLate(snapshot, include, beaten);
    for (const { placed, block } of swallowedIncludes(snapshot)) yield swallowed(snapshot, placed, block);
  },
});

/** A line of an included file, and the line above the Include that decides. */
interface Beaten {
  readonly line: DirectiveInFile;
  readonly by: DirectiveInFile;
}

function beatenBelow({ configuration, reading, model }: Snapshot): ReadonlyMap<PlacedDirective, readonly Beaten[]> {
  const found = new Map<PlacedDirective, Beaten[]>();
  if (configuration.readings.length === 1) return found;
  const overruled = model.slots().flatMap((slot) => overruledOf(configuration, slot));
  for (const { line, by, order, same } of overruled) {
    if (by.reading !== reading || order === 'last' || same) continue;
    const include = includeIn(reading, line);
    if (include === undefined || include.block !== by.placed.block || include.lineIndex < by.placed.lineIndex) continue;
    const known = found.get(include);
    if (known === undefined) found.set(include, [{ line, by }]);
    else known.push({ line, by });
  }
  return found;
}

// The Include of this reading by which sshd came to the line.
function includeIn(reading: Snapshot['reading'], line: DirectiveInFile): PlacedDirective | undefined {
  for (let at = line.reading.via; at !== undefined; at = at.reading.via) if (at.reading === reading) return at.placed;
  return undefined;
}

const MOST_SHOWN = 8;

function tooLate(snapshot: Snapshot, include: PlacedDirective, beaten: readonly Beaten[]): Report {
  const deciding = [...new Set(beaten.map(({ by }) => by))].sort((a, b) => a.placed.lineIndex - b.placed.lineIndex);
  const keywords = [...new Set(beaten.map(({ by }) => by.placed.directive?.slot ?? ''))];
  const shown = keywords.length > 3 ? [...keywords.slice(0, 2), `${keywords.length - 2} others`] : keywords;
  const list = shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown[0];
  const [first] = deciding;
  const target = first?.placed.lineIndex ?? include.lineIndex;
  const above = lineNumber(snapshot, target);
  return {
    range: directiveRange(snapshot, include),
    message: `This Include comes too late for ${list}: the lines above have set ${keywords.length === 1 ? 'it' : 'them'}, the first value wins, and what the included files say has no effect. Move it above line ${above}.`,
    related: beaten
      .slice(0, MOST_SHOWN)
      .map(({ line, by }) =>
        relatedLine(snapshot, line, `${capital(lineName(snapshot, line))} loses to ${lineName(snapshot, by)}.`),
      ),
    fixes: [
      {
        title: `Move the Include above line ${above}`,
        safety: 'unsafe',
        edits: [insertion(snapshot.tree, target, [include.line.text.trim()]), removal(snapshot.tree, include)],
      },
    ],
  };
}

/** An Include of a folder in a Match block, written no deeper than the Match line: nobody keeps drop-ins for one block on purpose and writes it so. */
export function* swallowedIncludes({
  model,
}: Snapshot): Iterable<{ readonly placed: PlacedDirective; readonly block: MatchBlock }> {
  for (const placed of model.settersOf('Include')) {
    const { block, line } = placed;
    if (block === undefined || block.criteria.activeWhenRead || block.criteria.problems.length > 0) continue;
    if (line.keyword.start > block.header.line.keyword.start) continue;
    if (line.words.some(({ value }) => /\.d\/[^/]*[*?[]/.test(value))) yield { placed, block };
  }
}

function swallowed(snapshot: Snapshot, placed: PlacedDirective, block: MatchBlock): Report {
  const header = lineNumber(snapshot, block.header.lineIndex);
  const { index } = endOfGlobalSection(snapshot);
  const up: Fix = {
    title: 'Move the Include above the first Match, for all connections',
    safety: 'unsafe',
    preferred: true,
    edits: [insertion(snapshot.tree, index, [placed.line.text.trim()]), removal(snapshot.tree, placed)],
  };
  const matchAll: Fix = {
    title: 'Insert `Match all` in front, which ends the block',
    safety: 'unsafe',
    edits: [insertion(snapshot.tree, placed.lineIndex, ['Match all'])],
  };
  return {
    range: directiveRange(snapshot, placed),
    message: `This Include belongs to the Match block of line ${header}: the files it reads hold for those connections only, and sshd refuses in them what may not stand in a block. Move it above the first Match.`,
    related: [{ range: directiveRange(snapshot, block.header), message: 'The block starts here.' }],
    fixes: [up, matchAll],
  };
}
