// The lines that act in each of sshd's two passes: when it reads its files, and again for a connection, when only what stands in blocks that fit counts.
import type { Keyword } from '../../catalog/directives';
import type { Configuration, DirectiveInFile } from '../configuration';
import type { ConnectionSpec } from '../connection';
import type { MatchBlock } from '../file-model';
import { isMisplaced } from '../line-problems';
import { blockFits } from './match-evaluation';

/** The lines that set a keyword in each pass, in sshd's order. */
export interface ActingLines {
  readonly whenRead: (keyword: Keyword) => readonly DirectiveInFile[];
  readonly perConnection: (keyword: Keyword) => readonly DirectiveInFile[];
}

/** Which lines act for a connection; without one, for plain `sshd -T`. */
export function actingLines(configuration: Configuration, connection: ConnectionSpec | undefined): ActingLines {
  const { catalog, settersOf } = configuration;
  // Before 7.7 plain -T shows what sshd holds when it has read its files.
  const again = connection !== undefined || catalog.since('7.7p1');
  const fitting = new Map<MatchBlock, boolean>();
  const fits = (block: MatchBlock) => {
    const known = fitting.get(block) ?? blockFits(block, connection ?? {}, catalog.target);
    fitting.set(block, known);
    return known;
  };
  return {
    whenRead: (keyword) => settersOf(keyword).filter(({ placed }) => placed.active && says(placed)),
    perConnection: (keyword) => {
      if (!again || catalog.directive(keyword)?.scope === 'global') return [];
      return settersOf(keyword).filter(
        ({ placed }) =>
          placed.conditions.length > 0 && says(placed) && !isMisplaced(placed) && placed.conditions.every(fits),
      );
    },
  };
}

function says({ directive, line }: DirectiveInFile['placed']): boolean {
  return directive?.status === 'supported' && line.words.length > 0;
}
