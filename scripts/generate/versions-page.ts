// docs/versions.md: what differs between neighbouring releases, one table to find a release and one section for each.
import type { Target } from '../../server/src/catalog/targets';
import { NEWEST, RELEASES, shortName } from '../../server/src/catalog/versions';
import { code, page, table } from './markdown';
import { ASPECTS, type Neighbours, neighbours } from './version-differences';

interface Section {
  readonly pair: Neighbours;
  /** The differences of each aspect, in the order of ASPECTS. */
  readonly differences: readonly (readonly string[])[];
}

/** The page. */
export function versionsPage(): string {
  const sections = neighbours().map(
    (pair): Section => ({
      pair,
      differences: ASPECTS.map((aspect) => aspect.differences(pair)),
    }),
  );
  const different = sections.filter(({ differences }) => differences.some((list) => list.length > 0));
  return page(
    'What differs between releases',
    `How sshd of each release reads \`sshd_config\` differently from the release before it, from ${shortName(RELEASES[0])} to ${shortName(NEWEST)}, as the catalogue of this extension has it. ` +
      'What a keyword does is in [directives](directives.md), the names a target goes by in [targets](targets.md). Keywords that only some vendors know carry their names.',
    '## Overview',
    'How many differences of each kind a release brings; an empty cell is none.',
    overview(different),
    ...unchanged(sections, different),
    ...different.flatMap(sectionText),
  );
}

function overview(sections: readonly Section[]): string {
  const counted = ({ pair, differences }: Section): readonly string[] => [
    `[${pair.after.release}](#${anchorOf(pair.after)})`,
    ...differences.map((list) => (list.length === 0 ? '' : String(list.length))),
  ];
  return table(['Release', ...ASPECTS.map(({ title }) => title)], sections.map(counted));
}

// As GitHub and VS Code make them of headings.
function anchorOf({ release }: Target): string {
  return release.replaceAll('.', '');
}

function unchanged(all: readonly Section[], different: readonly Section[]): readonly string[] {
  const same = all.filter((section) => !different.includes(section)).map(({ pair }) => code(pair.after.release));
  return same.length === 0
    ? []
    : [`No entry of the catalogue tells these from the release before them: ${same.join(', ')}.`];
}

function sectionText({ pair, differences }: Section): readonly string[] {
  const rows = ASPECTS.flatMap(({ title }, index) =>
    (differences[index] ?? []).map((text, at) => [at === 0 ? title : '', text]),
  );
  return [`## ${pair.after.release}`, `Compared with ${pair.before.release}.`, table(['', 'Difference'], rows)];
}
