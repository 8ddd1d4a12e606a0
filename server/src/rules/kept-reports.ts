// What the rules said of a file, and the keywords they read for that: after an edit of other lines they need not be asked again.
import { keptBy, keptByBoth } from '../base/kept-by';
import { shifted, type TextRange } from '../base/text-range';
import type { Catalog } from '../catalog/catalog';
import type { Keyword } from '../catalog/directives';
import type { Configuration, DirectiveInFile, Reading } from '../model/configuration';
import type { Snapshot } from '../model/snapshot';
import { switchedOff } from '../model/switched-off';
import type { Line, SyntaxTree } from '../syntax/tree';
import type { ActiveRule } from './active-rules';
import { type About, type KeptAnswers, keptAnswers } from './kept-answers';
import { placesOf, withPlaces } from './places-of';
import type { Finding, Read } from './rule';

/** The answers of the last run over a file, as far as they still hold; what this run adds is kept for the next. */
export interface KeptReports {
  /** What a rule found, asked as it was, where that stands now; undefined: it has to be asked again. */
  readonly holds: (ruleId: string, about: About) => readonly Finding[] | undefined;
  /** The answer came from what was read, Match and Include lines and the layout of the files, and nothing else of them; from everything, where nothing is named. */
  readonly keep: (ruleId: string, about: About, read: ReadonlySet<Read>, found: readonly Finding[]) => void;
  /** What the rules about refusals found in another file of the configuration, over all of its lines together. */
  readonly refusalsHold: (reading: Reading) => readonly Finding[] | undefined;
  readonly keepRefusals: (reading: Reading, read: ReadonlySet<Read>, found: readonly Finding[]) => void;
}

interface Refusals {
  readonly tree: SyntaxTree;
  readonly read: ReadonlySet<Read>;
  readonly found: readonly Finding[];
}

interface Kept {
  /** Settings and files in one text: where it differs, everything is asked anew. */
  readonly circumstances: string;
  readonly directives: readonly DirectiveInFile[];
  readonly tree: SyntaxTree;
  readonly answers: KeptAnswers;
  readonly refusals: Map<string, Refusals>;
}

// By the rules that were asked, the target's catalogue and the file: what an upgrade would bring is asked beside what holds today.
const keptFiles = keptByBoth((_active: readonly ActiveRule[], _catalog: Catalog) => new Map<string, Kept>());
const MOST_FILES = 8;

/** Begins a run. */
export function keptReports(snapshot: Snapshot, active: readonly ActiveRule[]): KeptReports {
  const { uri, catalog, configuration, tree } = snapshot;
  const files = keptFiles(active, catalog);
  const before = files.get(uri);
  const circumstances = circumstancesOf(snapshot);
  const { directives } = configuration;
  const comparable = before?.circumstances === circumstances;
  const changed = comparable ? changedKeywords(before.directives, directives) : undefined;
  const answers = comparable && changed ? answersThatHold(before, changed, snapshot) : keptAnswers();
  const refusals = comparable && changed ? refusalsThatHold(before, changed) : new Map<string, Refusals>();
  files.delete(uri);
  files.set(uri, { circumstances, directives, tree, answers, refusals });
  for (const oldest of files.keys()) if (files.size > MOST_FILES) files.delete(oldest);
  return {
    holds: answers.holds,
    keep: (ruleId, about, read, found) => {
      if (read.size > 0) answers.keep({ ruleId, about, read, found });
    },
    refusalsHold: ({ file, tree: itsTree }) => {
      const known = refusals.get(file.uri);
      return known?.tree === itsTree ? known.found : undefined;
    },
    keepRefusals: (reading, read, found) => {
      if (isReadOnce(configuration, reading)) refusals.set(reading.file.uri, { tree: reading.tree, read, found });
    },
  };
}

const timesRead = keptBy(({ readings }: Configuration) => {
  const times = new Map<string, number>();
  for (const { file } of readings) times.set(file.uri, (times.get(file.uri) ?? 0) + 1);
  return times;
});

function isReadOnce(configuration: Configuration, { file }: Reading): boolean {
  return timesRead(configuration).get(file.uri) === 1;
}

function circumstancesOf({ configuration, settings }: Snapshot): string {
  const { main, readings, wanted, includes } = configuration;
  const { keepalive, rules } = settings;
  return JSON.stringify([
    main.file.uri,
    readings.length,
    wanted,
    includes.map(({ files }) => files?.map(({ kind }) => kind)),
    keepalive,
    rules.upgradeTo?.id,
  ]);
}

// Changes the answers of the last run, which nobody asks any more: most stay, and there are a thousand.
function answersThatHold(
  { answers, tree: before }: Kept,
  changed: readonly Keyword[],
  { tree, catalog }: Snapshot,
): KeptAnswers {
  for (const keyword of changed) answers.forget(keyword);
  if (before !== tree) answers.forget('text');
  const edit = editWithinLine(before, tree, catalog);
  answers.move((found) => edit && moved(found, edit));
  return answers;
}

function refusalsThatHold({ refusals }: Kept, changed: readonly Keyword[]): Map<string, Refusals> {
  for (const [uri, { read }] of refusals) if (changed.some((keyword) => read.has(keyword))) refusals.delete(uri);
  return refusals;
}

const MOST_CHANGED = 64;

/** The keywords of the lines that are not in both; absent where blocks or files may have changed, or too much has. */
function changedKeywords(
  before: Configuration['directives'],
  after: Configuration['directives'],
): readonly Keyword[] | undefined {
  const [start, end] = common(before, after, isSameLine);
  const lines = [...before.slice(start, before.length - end), ...after.slice(start, after.length - end)];
  if (lines.length > MOST_CHANGED) return undefined;
  const keywords = new Set<Keyword>();
  for (const { directive } of lines.map(({ placed }) => placed)) {
    if (directive?.argument.name === 'match' || directive?.argument.name === 'include') return undefined;
    if (directive !== undefined) keywords.add(directive.slot).add(directive.keyword);
  }
  return [...keywords];
}

function isSameLine(one: DirectiveInFile | undefined, other: DirectiveInFile | undefined): boolean {
  return one?.placed.line === other?.placed.line && one?.reading.file.uri === other?.reading.file.uri;
}

/** How many items are the same at the start, and how many of the rest at the end. */
function common<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (one: T | undefined, other: T | undefined) => boolean,
): readonly [start: number, end: number] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end))) end++;
  return [start, end];
}

/** An edit that leaves all lines where they are: it changes the arguments of one directive at most, or what a comment says. */
interface EditWithinLine {
  /** Offsets of the line before the edit. */
  readonly line: TextRange;
  /** By how much longer the line is now. */
  readonly by: number;
  /** Whether other files stand as they are as well. */
  readonly here: boolean;
}

const NO_EDIT: EditWithinLine = { line: { start: -1, end: -1 }, by: 0, here: false };

function editWithinLine(before: SyntaxTree, after: SyntaxTree, catalog: Catalog): EditWithinLine | undefined {
  if (before === after) return NO_EDIT;
  if (before.lines.length !== after.lines.length) return undefined;
  const [index, end] = common(before.lines, after.lines, (one, other) => one === other);
  if (index + end < before.lines.length - 1) return undefined;
  const [old, now] = [before.lines[index], after.lines[index]];
  if (old === undefined || now === undefined) return { ...NO_EDIT, here: true };
  if (!differInside(old, now)) return undefined;
  // Advice about a setting that is missing stands at the line that is commented out.
  if (switchedOff(before, index, catalog) !== undefined || switchedOff(after, index, catalog) !== undefined)
    return undefined;
  const start = before.starts[index] ?? 0;
  return {
    line: { start, end: start + old.text.length },
    by: now.text.length - old.text.length,
    here: true,
  };
}

function differInside(one: Line, other: Line): boolean {
  if (one.kind !== other.kind || one.height !== other.height) return false;
  // New lines are written as their neighbours are: with the same blanks, or `=`, before the first argument.
  return headOf(one) === headOf(other) && tailOf(one) === tailOf(other);
}

function headOf(line: Line): string {
  if (line.kind === 'blank') return line.text;
  return line.text.slice(0, line.kind === 'comment' ? line.comment.start : line.words[0]?.start);
}

function tailOf({ text }: Line): string {
  return text.slice(text.trimEnd().length);
}

/** The findings where they stand after the edit; undefined if one of them has a place in the edited line, or in a file that may have changed. */
function moved(found: readonly Finding[], { line, by, here }: EditWithinLine): readonly Finding[] | undefined {
  const isFree = (place: TextRange & { readonly uri?: string }) =>
    place.uri !== undefined ? here : place.end <= line.start || place.start >= line.end;
  if (!found.every((one) => placesOf(one).every(isFree))) return undefined;
  if (by === 0) return found;
  return found.map((one) => withPlaces(one, (place) => (place.start < line.end ? place : shifted(place, by))));
}
