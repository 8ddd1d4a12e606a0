// The edits that make interval and count hold, in whatever file of the configuration decides: deciding lines are changed, beaten ones taken out,
// missing ones written where nothing beats them, never into a Match block.
import type { DirectiveInFile, Reading } from '../../model/configuration';
import { countOf, secondsOf } from '../../model/effective-keepalive';
import type { MatchBlock } from '../../model/file-model';
import type { KeepaliveValues } from '../../model/keepalive';
import { blockAround, type ClientAliveKeyword, clientAliveLine } from '../../model/keepalive-lines';
import type { Snapshot } from '../../model/snapshot';
import type { TextEdit } from '../../syntax/parse';
import { removal, valueEdit } from '../line-edits';
import type { FixEdit } from '../rule';
import { commentedOut } from './commented-out';
import { newLines, type Place, type Wish } from './new-lines';

/** Whose values are set: everyone's, or everyone's but those that a Match block with criteria sets apart. */
export type Reach = 'every-connection' | 'all-but-match-blocks';

/** Nothing where all is as wished. */
export function keepaliveEdits(
  snapshot: Snapshot,
  { interval, countMax }: KeepaliveValues,
  reach: Reach,
): readonly FixEdit[] {
  const wishes = [
    { keyword: 'ClientAliveInterval', value: interval },
    { keyword: 'ClientAliveCountMax', value: countMax },
  ] as const;
  const edits = collector(snapshot);
  const places = wishes.map(({ keyword }) => placeOf(snapshot, keyword));
  const removed: DirectiveInFile[] = [];
  for (const [index, wish] of wishes.entries()) {
    const place = places[index];
    if (place?.kind === 'line' && !says(place.line, wish, snapshot))
      edits.add(place.line.reading, valueEdit(place.line.reading.tree, place.line.placed, String(wish.value)));
    if (place?.kind === 'commented')
      edits.add(place.reading, {
        start: place.found.range.start,
        end: place.found.range.end,
        newText: `${place.found.keyword}${place.found.style.separator}${wish.value}`,
      });
    removed.push(...linesInTheWay(snapshot, wish, reach));
  }
  const [intervalPlace = NEW, countPlace = NEW] = places;
  for (const { reading, edit } of newLines(snapshot, wishes, [intervalPlace, countPlace])) edits.add(reading, edit);
  for (const { reading, placed } of [...removed, ...emptiedBlocks(removed)])
    edits.add(reading, removal(reading.tree, placed));
  return edits.all();
}

const NEW: Place = { kind: 'new' };

/** All lines that set one of the two for the connections of `reach` and are not the wished ones' own: a new drop-in takes their place. */
export function otherLines(snapshot: Snapshot, reach: Reach): readonly FixEdit[] {
  const edits = collector(snapshot);
  const lines = (['ClientAliveInterval', 'ClientAliveCountMax'] as const).flatMap((keyword) =>
    snapshot.configuration
      .settersOf(keyword)
      .filter(({ placed }) => reach === 'every-connection' || blockAround(placed) === undefined),
  );
  for (const { reading, placed } of [...lines, ...emptiedBlocks(lines)])
    edits.add(reading, removal(reading.tree, placed));
  return edits.all();
}

/** Whether a Match block with criteria sets one of the two to something else. */
export function blocksDiffer(snapshot: Snapshot, { interval, countMax }: KeepaliveValues): boolean {
  const wishes: readonly Wish[] = [
    { keyword: 'ClientAliveInterval', value: interval },
    { keyword: 'ClientAliveCountMax', value: countMax },
  ];
  return wishes.some((wish) =>
    snapshot.configuration
      .settersOf(wish.keyword)
      .some((line) => blockAround(line.placed) !== undefined && !says(line, wish, snapshot)),
  );
}

function placeOf({ configuration }: Snapshot, keyword: ClientAliveKeyword): Place {
  const line = clientAliveLine(configuration, keyword);
  if (line !== undefined) return { kind: 'line', line };
  const found = commentedOut(configuration.main, keyword);
  return found === undefined ? NEW : { kind: 'commented', found, reading: configuration.main };
}

function linesInTheWay(snapshot: Snapshot, wish: Wish, reach: Reach): readonly DirectiveInFile[] {
  const { configuration } = snapshot;
  const decider = clientAliveLine(configuration, wish.keyword);
  return configuration.settersOf(wish.keyword).filter((line) => {
    // A file that is read twice has the line twice.
    if (decider !== undefined && isSameText(line, decider)) return false;
    // What is a beaten line here may decide where the file is read once more, in a block that keeps its values.
    if (blockAround(line.placed) === undefined)
      return (
        reach === 'every-connection' ||
        !configuration
          .settersOf(wish.keyword)
          .some((other) => isSameText(line, other) && blockAround(other.placed) !== undefined)
      );
    return reach === 'every-connection' && !says(line, wish, snapshot);
  });
}

function isSameText(one: DirectiveInFile, other: DirectiveInFile): boolean {
  return one.reading.file === other.reading.file && one.placed.lineIndex === other.placed.lineIndex;
}

// A line that sshd refuses says nothing.
function says({ placed }: DirectiveInFile, { keyword, value }: Wish, { catalog }: Snapshot): boolean {
  const [word, extra] = placed.line.words;
  if (word === undefined || extra !== undefined || placed.line.unclosedQuote !== undefined) return false;
  if (blockAround(placed) !== undefined && placed.directive?.scope === 'global') return false;
  const { release } = catalog.target;
  return value === (keyword === 'ClientAliveInterval' ? secondsOf(word.value, release) : countOf(word.value, release));
}

// A Match block without a line left goes with its last one.
function emptiedBlocks(removed: readonly DirectiveInFile[]): readonly DirectiveInFile[] {
  const lines = new Set(removed.map(({ placed }) => placed));
  const blocks = new Map<MatchBlock, Reading>();
  for (const { placed, reading } of removed) if (placed.block !== undefined) blocks.set(placed.block, reading);
  return [...blocks]
    .filter(([block]) => block.directives.every((line) => lines.has(line)))
    .map(([block, reading]) => ({ placed: block.header, reading }));
}

interface Collector {
  readonly add: (reading: Reading, edit: TextEdit) => void;
  readonly all: () => readonly FixEdit[];
}

// A file that is read twice is edited once.
function collector({ uri }: Snapshot): Collector {
  const edits = new Map<string, FixEdit>();
  return {
    add: ({ file }, { start, end, newText }) => {
      const elsewhere = file.uri === uri ? {} : { uri: file.uri };
      edits.set(JSON.stringify([file.uri, start, end, newText]), { start, end, newText, ...elsewhere });
    },
    all: () => [...edits.values()],
  };
}
