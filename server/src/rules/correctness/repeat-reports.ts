// What the rules about repeats share: message, fixes and place of a setting that another line overrules. No rule itself.
import type { Keyword } from '../../catalog/directives';
import type { PlacedDirective } from '../../model/file-model';
import { type Overruled, overruledIn } from '../../model/repeats';
import type { Snapshot } from '../../model/snapshot';
import { type DirectiveLine, rangeInFile } from '../../syntax/tree';
import { removal, valueEdit } from '../line-edits';
import { directiveRange, lineName, relatedLine, uriOf } from '../places';
import type { Fix, Report, Severity } from '../rule';

/** What one rule says of overruled settings. */
export interface RepeatWords {
  /** Which of them are its own. */
  readonly mine: (overruled: Overruled) => boolean;
  /** `decides` names the line that decides. */
  readonly message: (overruled: Overruled, decides: string) => string;
  /** How bad it is where the two values differ; a warning when absent. */
  readonly severity?: (overruled: Overruled) => Severity;
  /** Fixes beside those that all have. */
  readonly fixes?: (overruled: Overruled) => readonly Fix[];
}

/** The reports for the settings of a keyword in the file that another line overrules. */
export function* repeatReports(keyword: Keyword, snapshot: Snapshot, words: RepeatWords): Iterable<Report> {
  for (const overruled of overruledIn(snapshot.configuration, snapshot.uri, keyword)) {
    if (!words.mine(overruled) || refusedElsewhere(overruled, snapshot)) continue;
    const { line, part, by, same } = overruled;
    const { placed } = line;
    const own = by.placed === placed;
    const name = lineName(snapshot, by);
    yield {
      range: part === undefined ? directiveRange(snapshot, placed) : rangeInFile(snapshot.tree, placed.lineIndex, part),
      message: words.message(overruled, own ? 'this line' : name),
      severity: same ? 'hint' : (words.severity?.(overruled) ?? 'warning'),
      tags: ['unnecessary'],
      ...(own ? {} : { related: [relatedLine(snapshot, by, `${capital(name)} decides.`)] }),
      fixes: [
        ...(part === undefined ? wholeLineFixes(snapshot, overruled, name) : [partRemoval(snapshot, placed, part)]),
        ...(words.fixes?.(overruled) ?? []),
      ],
    };
  }
}

/** A name of a line at the start of a sentence; file names keep their case. */
export function capital(name: string): string {
  return /^(line|this) /.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

// From 8.7 to 9.6 `any` behind other methods is refused; its own rule says so.
function refusedElsewhere({ line: { placed } }: Overruled, { catalog }: Snapshot): boolean {
  if (placed.directive?.slot !== 'AuthenticationMethods' || placed.line.words[0]?.value !== 'any') return false;
  return catalog.since('8.7p1') && !catalog.since('9.7p1');
}

/** The arguments as written. */
export function writtenValue({ text, words, rest }: DirectiveLine): string {
  return text.slice(words[0]?.start ?? rest.start, words.at(-1)?.end ?? rest.end);
}

/** A value as a message shows it: long ones are cut. */
export function shown(text: string): string {
  return `\`${text.length > 60 ? `${text.slice(0, 57)}...` : text}\``;
}

function wholeLineFixes(snapshot: Snapshot, { line, by, same }: Overruled, name: string): readonly Fix[] {
  const { placed } = line;
  const remove: Fix = {
    title: 'Remove this line; nothing changes',
    safety: same ? 'safe' : 'unsafe',
    edits: [removal(snapshot.tree, placed)],
    preferred: same,
  };
  if (same) return [remove];
  const value = writtenValue(placed.line);
  const take = (title: string, text: string): Fix => ({
    title,
    safety: 'unsafe',
    edits: [{ ...valueEdit(by.reading.tree, by.placed, text), ...uriOf(snapshot, by) }, removal(snapshot.tree, placed)],
  });
  return [
    remove,
    take(`Take this value into ${name}`, value),
    ...(canJoin(placed) && canJoin(by.placed)
      ? [take(`Add these values to ${name}`, `${writtenValue(by.placed.line)} ${value}`)]
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
