// The lines that act for the connections of one section, over all files: the global section, or a Match block that fits alone. For a connection: effective/.
import type { Keyword } from '../catalog/directives';
import type { Configuration, DirectiveInFile } from './configuration';
import { argumentText, sectionOf } from './effective-config';
import type { MatchBlock } from './file-model';
import { isTaken, saySame } from './repeats';

/** What holds in a section. */
export interface SectionSetting {
  /** The lines that act, in sshd's order; empty: the default holds. */
  readonly acting: readonly DirectiveInFile[];
  /** The one that decides where the lines do not add up. */
  readonly by?: DirectiveInFile;
}

/** What holds for connections that no Match block fits, or that one block (and those around it) fits. */
export function settingIn({ settersOf, catalog }: Configuration, keyword: Keyword, block?: MatchBlock): SectionSetting {
  const known = catalog.directive(keyword);
  const fitting = new Set(block === undefined ? [] : [...block.header.conditions, block]);
  const lines = settersOf(keyword).filter(({ placed }) => isTaken(placed, { catalog }));
  const again = lines.filter(
    ({ placed: { conditions } }) =>
      conditions.length > 0 && conditions.every((one) => one.criteria.activeWhenRead || fitting.has(one)),
  );
  // For a connection sshd reads the blocks alone; what they set replaces the global value.
  const acting = again.length > 0 && known?.scope !== 'global' ? again : lines.filter(({ placed }) => placed.active);
  const by = deciding(keyword, acting, known?.repeats === 'last');
  return { acting, ...(by === undefined || known?.repeats === 'append' ? {} : { by }) };
}

function deciding(keyword: Keyword, lines: readonly DirectiveInFile[], lastWins: boolean): DirectiveInFile | undefined {
  if (lastWins) return lines.at(-1);
  // Its `none` is assigned without a look at what is there.
  const none = (line: DirectiveInFile) => argumentText(line.placed).toLowerCase() === 'none';
  return (keyword === 'UnusedConnectionTimeout' ? lines.findLast(none) : undefined) ?? lines[0];
}

/** The lines of Match blocks that say something else for their connections than what holds for all: the first of each block. */
export function exceptionsTo(configuration: Configuration, keyword: Keyword): readonly DirectiveInFile[] {
  const { by } = settingIn(configuration, keyword);
  const seen = new Set<MatchBlock>();
  return configuration.settersOf(keyword).filter((line) => {
    const block = sectionOf(line.placed);
    if (block === undefined || block.criteria.activeWhenRead || seen.has(block)) return false;
    if (!isTaken(line.placed, configuration)) return false;
    seen.add(block);
    return settingIn(configuration, keyword, block).by === line && !(by && saySame(by.placed, line.placed));
  });
}
