// Which line decides a keyword's value in one file: first value wins, with the exceptions the catalogue names. Single file; Include comes with the source set.
import type { Keyword } from '../catalog/directives';
import type { MatchBlock, PlacedDirective } from './file-model';
import type { Snapshot } from './snapshot';

/** The value of a keyword and the line that decides it; no line: the default. */
export interface Decided {
  readonly value: string | undefined;
  readonly by?: PlacedDirective;
}

/** What decides `keyword` for connections no Match block applies to, or for those one block (and only it) applies to. */
export function decided(snapshot: Snapshot, keyword: Keyword, block?: MatchBlock): Decided {
  const by = (block && decidingLine(snapshot, keyword, block)) ?? decidingLine(snapshot, keyword);
  if (by !== undefined) return { value: argumentText(by), by };
  return { value: snapshot.catalog.directive(keyword)?.default };
}

/** The line that decides in one section (a block, or the global section), if any line there does. A value sshd would refuse decides nothing. */
export function decidingLine(snapshot: Snapshot, keyword: Keyword, block?: MatchBlock): PlacedDirective | undefined {
  const candidates = snapshot.model
    .settersOf(keyword)
    .filter((one) => one.block === block && (one.line.words.length > 0 || argumentText(one) !== ''));
  const last = candidates[0]?.directive?.repeats === 'last';
  return last ? candidates.at(-1) : candidates[0];
}

/** The argument as written, quotes taken off. */
export function argumentText(placed: PlacedDirective): string {
  return placed.line.words.map((word) => word.value).join(' ');
}

/** The line whose value holds when sshd has read the file and no connection has come: the global section and the blocks that act at once. */
export function decidingWhenRead(snapshot: Snapshot, keyword: Keyword): PlacedDirective | undefined {
  const candidates = snapshot.model.settersOf(keyword).filter((one) => one.active && argumentText(one) !== '');
  return candidates[0]?.directive?.repeats === 'last' ? candidates.at(-1) : candidates[0];
}

/** The value that holds then, or the default. */
export function valueWhenRead(snapshot: Snapshot, keyword: Keyword): string | undefined {
  const line = decidingWhenRead(snapshot, keyword);
  return line === undefined ? snapshot.catalog.directive(keyword)?.default : argumentText(line);
}
