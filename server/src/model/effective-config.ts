// Which line of a section decides a keyword's value, over all files: first value wins, with the exceptions the catalogue names. What holds for a connection: effective/.
import type { Keyword } from '../catalog/directives';
import type { Configuration, DirectiveInFile } from './configuration';
import { settleWhenRead } from './effective/settle';
import type { MatchBlock, PlacedDirective } from './file-model';
import type { Snapshot } from './snapshot';

/** The line that decides in one section (a block, or the global section), if any line there does. A value sshd would refuse decides nothing. */
export function decidingLine(
  { configuration }: Pick<Snapshot, 'configuration'>,
  keyword: Keyword,
  block?: MatchBlock,
): DirectiveInFile | undefined {
  return deciding(configuration, keyword, ({ placed }) => sectionOf(placed) === block);
}

/** The innermost Match block that a line depends on, of its file or of one that includes it; absent in the global section. */
export function sectionOf({ conditions }: PlacedDirective): MatchBlock | undefined {
  return conditions.at(-1);
}

/** The argument as written, quotes taken off. */
export function argumentText(placed: PlacedDirective): string {
  return placed.line.words.map((word) => word.value).join(' ');
}

/** The line whose value holds when sshd has read its files and no connection has come: the global section and the blocks that act at once. */
export function decidingWhenRead(
  { configuration }: Pick<Snapshot, 'configuration'>,
  keyword: Keyword,
): DirectiveInFile | undefined {
  return settleWhenRead(configuration, keyword)?.by[0];
}

/** The value that holds then, as `sshd -T` prints it. */
export function valueWhenRead(
  { configuration }: Pick<Snapshot, 'configuration'>,
  keyword: Keyword,
): string | undefined {
  return settleWhenRead(configuration, keyword)?.values[0];
}

function deciding(
  { settersOf }: Configuration,
  keyword: Keyword,
  counts: (line: DirectiveInFile) => boolean,
): DirectiveInFile | undefined {
  const candidates = settersOf(keyword).filter((line) => counts(line) && argumentText(line.placed) !== '');
  const last = candidates[0]?.placed.directive?.repeats === 'last';
  return last ? candidates.at(-1) : candidates[0];
}
