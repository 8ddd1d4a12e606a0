// What the two rules about repeats share: message, fixes and place of a setting that another line overrules. No rule itself.
import type { PlacedDirective } from '../../model/file-model';
import { type Overruled, overruledSettings } from '../../model/repeats';
import type { Snapshot } from '../../model/snapshot';
import { type DirectiveLine, rangeInFile } from '../../syntax/tree';
import { removal, valueEdit } from '../line-edits';
import { directiveRange, lineNumber } from '../places';
import type { Fix, Report } from '../rule';

/** The reports for settings that a line above (`first` wins) or below (`last` wins) overrules. */
export function* repeatReports(
  snapshot: Snapshot,
  order: Overruled['order'],
  message: (overruled: Overruled, line: string) => string,
): Iterable<Report> {
  for (const overruled of overruledSettings(snapshot)) {
    if (overruled.order !== order || refusedElsewhere(overruled, snapshot)) continue;
    const { placed, part, by, same } = overruled;
    const number = lineNumber(snapshot, by.lineIndex);
    yield {
      range: part === undefined ? directiveRange(snapshot, placed) : rangeInFile(snapshot.tree, placed.lineIndex, part),
      message: message(overruled, by === placed ? 'this line' : `line ${number}`),
      severity: same ? 'information' : 'warning',
      tags: ['unnecessary'],
      ...(by === placed
        ? {}
        : { related: [{ range: directiveRange(snapshot, by), message: `Line ${number} decides.` }] }),
      fixes: part === undefined ? wholeLineFixes(snapshot, overruled, number) : [partRemoval(snapshot, placed, part)],
    };
  }
}

// From 8.7 to 9.7 `any` behind other methods is refused; its own rule says so.
function refusedElsewhere({ placed }: Overruled, { catalog }: Snapshot): boolean {
  if (placed.directive?.slot !== 'AuthenticationMethods' || placed.line.words[0]?.value !== 'any') return false;
  return catalog.since('8.7p1') && !catalog.since('9.8p1');
}

/** The arguments as written. */
export function writtenValue({ text, words, rest }: DirectiveLine): string {
  return text.slice(words[0]?.start ?? rest.start, words.at(-1)?.end ?? rest.end);
}

/** A value as a message shows it: long ones are cut. */
export function shown(text: string): string {
  return `\`${text.length > 60 ? `${text.slice(0, 57)}...` : text}\``;
}

function wholeLineFixes(snapshot: Snapshot, { placed, by, same }: Overruled, number: number): readonly Fix[] {
  const { tree } = snapshot;
  const remove: Fix = {
    title: 'Remove this line; nothing changes',
    safety: same ? 'safe' : 'unsafe',
    edits: [removal(tree, placed)],
    preferred: same,
  };
  if (same) return [remove];
  const value = writtenValue(placed.line);
  const take = (title: string, text: string): Fix => ({
    title,
    safety: 'unsafe',
    edits: [valueEdit(tree, by, text), removal(tree, placed)],
  });
  return [
    remove,
    take(`Take this value into line ${number}`, value),
    ...(canJoin(placed) && canJoin(by)
      ? [take(`Add these values to line ${number}`, `${writtenValue(by.line)} ${value}`)]
      : []),
  ];
}

/** Lists of words that people expect to add up line by line. */
export const JOINED_ON_ONE_LINE: ReadonlySet<string> = new Set([
  'SetEnv',
  'PermitOpen',
  'PermitListen',
  'AuthorizedKeysFile',
  'AuthenticationMethods',
  'ChannelTimeout',
  'LogVerbose',
]);

function canJoin({ directive, line }: PlacedDirective): boolean {
  return JOINED_ON_ONE_LINE.has(directive?.slot ?? '') && line.words.every(({ value }) => !/^(any|none)$/i.test(value));
}

function partRemoval(snapshot: Snapshot, placed: PlacedDirective, part: { start: number; end: number }): Fix {
  const { line, directive } = placed;
  if (directive?.slot === 'RekeyLimit' && part.start === line.words[0]?.start) {
    const edits = [{ ...rangeInFile(snapshot.tree, placed.lineIndex, part), newText: 'default' }];
    return { title: 'Write `default` for the size', safety: 'unsafe', edits };
  }
  const before = line.words.findLast((word) => word.end <= part.start)?.end ?? line.keyword.end;
  const range = rangeInFile(snapshot.tree, placed.lineIndex, { start: before, end: part.end });
  return { title: 'Remove this part; nothing changes', safety: 'unsafe', edits: [{ ...range, newText: '' }] };
}
