// Where new keepalive lines of the global section go: beside their partner, else behind the last global directive, else before an Include that may beat them.
import type { Configuration, DirectiveInFile, Reading } from '../../model/configuration';
import type { PlacedDirective } from '../../model/file-model';
import { type ClientAliveKeyword, forEveryone } from '../../model/keepalive-lines';
import type { Snapshot } from '../../model/snapshot';
import type { TextEdit } from '../../syntax/parse';
import { insertion, type LineStyle, PLAIN_STYLE, styleBeside, styleOf, written } from '../line-edits';
import type { CommentedOut } from './commented-out';

/** A value that shall hold. */
export interface Wish {
  readonly keyword: ClientAliveKeyword;
  readonly value: number;
}

/** Where a wish is met: on the line that decides, on one that is commented out, or on a new one. */
export type Place =
  | { readonly kind: 'line'; readonly line: DirectiveInFile }
  | { readonly kind: 'commented'; readonly found: CommentedOut; readonly reading: Reading }
  | { readonly kind: 'new' };

/** An edit and the file it belongs to. */
export interface PlacedEdit {
  readonly reading: Reading;
  readonly edit: TextEdit;
}

/** The insertions for those of the two wishes that have no line yet. */
export function newLines(
  { configuration }: Snapshot,
  [interval, count]: readonly [Wish, Wish],
  [intervalPlace, countPlace]: readonly [Place, Place],
): readonly PlacedEdit[] {
  if (intervalPlace.kind !== 'new' && countPlace.kind !== 'new') return [];
  const besideInterval = neighbourOf(intervalPlace);
  if (besideInterval !== undefined) return [beside(besideInterval, 1, count)];
  const besideCount = neighbourOf(countPlace);
  if (besideCount !== undefined) return [beside(besideCount, 0, interval)];
  const missing = [...(intervalPlace.kind === 'new' ? [interval] : []), ...(countPlace.kind === 'new' ? [count] : [])];
  return [inGlobalSection(configuration, missing)];
}

interface Neighbour {
  readonly reading: Reading;
  readonly lineIndex: number;
  readonly style: LineStyle;
}

// A line in a Match block is no neighbour: a new line beside it would stand in the block.
function neighbourOf(place: Place): Neighbour | undefined {
  if (place.kind === 'commented') return { reading: place.reading, ...place.found };
  if (place.kind === 'new' || place.line.placed.conditions.length > 0) return undefined;
  const { reading, placed } = place.line;
  return { reading, lineIndex: placed.lineIndex, style: styleOf(placed) };
}

function beside({ reading, lineIndex, style }: Neighbour, below: 0 | 1, wish: Wish): PlacedEdit {
  return { reading, edit: insertion(reading.tree, lineIndex + below, [newLine(style, wish)]) };
}

function newLine(style: LineStyle, { keyword, value }: Wish): string {
  return written(style, keyword, String(value));
}

function inGlobalSection(configuration: Configuration, wishes: readonly Wish[]): PlacedEdit {
  const reading = configuration.main;
  const { index, after } = placeForGlobalLines(configuration);
  const lines = wishes.map((wish) =>
    newLine(after === undefined ? PLAIN_STYLE : styleBeside(after, wish.keyword), wish),
  );
  const beforeMatch = after === undefined && reading.model.blocks.length > 0;
  return { reading, edit: insertion(reading.tree, index, beforeMatch ? [...lines, ''] : lines) };
}

/** A place for global lines. */
export interface GlobalPlace {
  /** Before this line. */
  readonly index: number;
  /** The directive above it, whose style new lines take. */
  readonly after?: PlacedDirective;
}

// Files that are not known may set the same, and the first value wins: then above the Include that reads them.
function placeForGlobalLines(configuration: Configuration): GlobalPlace {
  const { main } = configuration;
  const unknown = unknownIncludes(configuration).find(({ reading }) => reading === main);
  if (unknown === undefined) return endOfGlobalSection(main);
  const index = unknown.placed.lineIndex;
  const after = main.model.directives.findLast((one) => one.lineIndex < index);
  // Above a comment that belongs to the Include, but not above the head of the file.
  return { index, ...(after === undefined ? {} : { after }) };
}

/** Before which line of a file a new global line goes: behind the last directive of the global section, else above the first Match and the comment that belongs to it. */
export function endOfGlobalSection({ model, tree }: Pick<Reading, 'model' | 'tree'>): GlobalPlace {
  const [firstBlock] = model.blocks;
  const end = firstBlock?.header.lineIndex ?? tree.lines.length;
  const globals = firstBlock === undefined ? model.directives.length : model.directives.indexOf(firstBlock.header);
  const after = model.directives[globals - 1];
  if (after !== undefined) return { index: after.lineIndex + 1, after };
  if (firstBlock === undefined) return { index: end };
  let index = end;
  while (tree.lines[index - 1]?.kind === 'comment') index--;
  return { index };
}

/** The Include lines for everyone some of whose files are not known. */
export function unknownIncludes({ includes }: Configuration): readonly DirectiveInFile[] {
  return includes.filter(
    ({ placed, files }) =>
      placed.conditions.every(forEveryone) && (files === undefined || files.some(({ kind }) => kind !== 'read')),
  );
}
