// The files of a source set in the order sshd reads them: process_server_config_line_depth() and parse_server_config_depth() of servconf.c,
// without the values. Which value holds, effective/ says.
import { keptBy, keptByBoth } from '../base/kept-by';
import type { Catalog } from '../catalog/catalog';
import { dialectOf } from '../catalog/targets';
import type { SyntaxTree, Word } from '../syntax/tree';
import { type FileModel, fileModel, type MatchBlock, type PlacedDirective } from './file-model';
import { includePath } from './include-path';
import { type Setters, setters } from './setters';
import { type Source, type SourceFailure, type SourceFile, type SourceSet, treeOf } from './source-set';

/** One reading of one file; a file that is included twice is read twice, in two places. */
export interface Reading {
  readonly file: SourceFile;
  readonly tree: SyntaxTree;
  readonly model: FileModel;
  /** The Include that led here; absent for the main file. */
  readonly via?: DirectiveInFile;
  /** 0 for the main file. */
  readonly depth: number;
}

/** A directive line of some file. */
export interface DirectiveInFile {
  readonly reading: Reading;
  readonly placed: PlacedDirective;
}

/** What became of one file that a pattern of an Include line finds. */
export type IncludedFile =
  | { readonly kind: 'read'; readonly uri: string; readonly reading: Reading }
  /** `loop`: it includes itself in the end. `too-deep`: more than 16 levels. `too-many`: we stopped. All but the last are fatal for sshd. */
  | {
      readonly kind: 'failed';
      readonly uri: string;
      readonly reason: SourceFailure['reason'] | 'loop' | 'too-deep';
    }
  | { readonly kind: 'unknown'; readonly uri: string };

/** One pattern of an Include line. */
export interface IncludePattern extends DirectiveInFile {
  readonly word: Word;
  /** As sshd resolves it. */
  readonly path: string;
  /** Absent: not looked up. */
  readonly files?: readonly IncludedFile[];
}

export interface Configuration extends Setters<DirectiveInFile> {
  readonly sources: SourceSet;
  readonly catalog: Catalog;
  readonly main: Reading;
  /** All readings, in the order they begin. */
  readonly readings: readonly Reading[];
  /** Every directive line, Match and Include lines too, in the order sshd reads them. */
  readonly directives: readonly DirectiveInFile[];
  readonly includes: readonly IncludePattern[];
  /** What has to be fetched before this is complete; empty when it is. */
  readonly wanted: { readonly patterns: readonly string[]; readonly uris: readonly string[] };
}

/** SERVCONF_MAX_DEPTH of servconf.h. */
const MOST_LEVELS = 16;
// sshd has no such limit; without a loop only a tree made for the purpose comes near it.
const MOST_READINGS = 20_000;

/** Reads the set as one target's sshd does. A main file without a text gives an empty one. */
export function readConfiguration(sources: SourceSet, catalog: Catalog): Configuration {
  const state: State = {
    sources,
    catalog,
    set: new Set(),
    readings: [],
    directives: [],
    includes: [],
    patterns: new Set(),
    uris: new Set(),
  };
  const main = read(mainFile(sources), [], undefined, state);
  const { readings, directives, includes } = state;
  return {
    sources,
    catalog,
    main,
    readings,
    directives,
    includes,
    ...setters(directives, ({ placed }) => placed.directive?.slot),
    wanted: { patterns: [...state.patterns], uris: [...state.uris] },
  };
}

interface State {
  readonly sources: SourceSet;
  readonly catalog: Catalog;
  /** Slots of directives that are not looked at once set. */
  readonly set: Set<string>;
  readonly readings: Reading[];
  readonly directives: DirectiveInFile[];
  readonly includes: IncludePattern[];
  readonly patterns: Set<string>;
  readonly uris: Set<string>;
}

function mainFile({ main, sources }: SourceSet): SourceFile {
  const source = sources.get(main);
  if (source?.kind === 'file') return source;
  return { kind: 'file', uri: main, path: source?.path ?? main, text: '', byteOrderMark: false };
}

function read(file: SourceFile, outer: readonly MatchBlock[], via: DirectiveInFile | undefined, state: State): Reading {
  const tree = treeOf(file, dialectOf(state.catalog.target));
  const reading = { file, tree, depth: via === undefined ? 0 : via.reading.depth + 1, ...(via ? { via } : {}) };
  // Included files are read while the model of this one is being made.
  const unfinished = reading as typeof reading & { model: FileModel };
  state.readings.push(unfinished);
  const kept = outer.length === 0 ? keptModel(tree, state.catalog) : undefined;
  if (kept !== undefined) {
    unfinished.model = kept;
    for (const placed of kept.directives) state.directives.push({ reading: unfinished, placed });
    return unfinished;
  }
  unfinished.model = fileModel(tree, state.catalog, {
    outer,
    set: state.set,
    visit: (placed) => {
      const here = { reading: unfinished, placed };
      state.directives.push(here);
      if (placed.directive?.argument.name === 'include') include(here, state);
    },
  });
  return unfinished;
}

/** The model of a file whose place among the others changes nothing in it: it stays the same while other files change. */
const keptModel = keptByBoth((tree: SyntaxTree, catalog: Catalog) =>
  isFixed(tree, catalog) ? fileModel(tree, catalog) : undefined,
);

function isFixed(tree: SyntaxTree, catalog: Catalog): boolean {
  return tree.lines.every((line) => {
    const directive = line.kind === 'directive' ? catalog.directive(line.keyword.value) : undefined;
    return directive?.argument.name !== 'include' && directive?.unreadOnceSet !== true;
  });
}

function include(here: DirectiveInFile, state: State): void {
  const { placed } = here;
  if (placed.line.unclosedQuote !== undefined && state.catalog.since('8.7p1')) return;
  for (const word of placed.line.words) {
    // sshd refuses the line at an empty word.
    if (word.value === '') return;
    const path = includePath(word.value, state.catalog.target);
    const uris = state.sources.matches.get(path);
    if (uris === undefined && !state.sources.unreachable?.has(path)) state.patterns.add(path);
    const files = uris?.map((uri) => included(uri, here, state));
    state.includes.push({ ...here, word, path, ...(files === undefined ? {} : { files }) });
  }
}

function included(uri: string, here: DirectiveInFile, state: State): IncludedFile {
  const source = state.sources.sources.get(uri);
  if (source === undefined) {
    state.uris.add(uri);
    return { kind: 'unknown', uri };
  }
  const reason = obstacle(source, here, state);
  if (reason !== undefined) return { kind: 'failed', uri, reason };
  return { kind: 'read', uri, reading: read(source as SourceFile, here.placed.conditions, here, state) };
}

function obstacle(
  source: Source,
  here: DirectiveInFile,
  state: State,
): Extract<IncludedFile, { kind: 'failed' }>['reason'] | undefined {
  if (source.kind === 'failure') return source.reason;
  // What includes itself is read again and again until sshd gives up at the deepest level.
  for (let at: DirectiveInFile | undefined = here; at !== undefined; at = at.reading.via)
    if (at.reading.file.uri === source.uri) return 'loop';
  if (here.reading.depth >= MOST_LEVELS) return 'too-deep';
  return state.readings.length >= MOST_READINGS ? 'too-many' : undefined;
}

// sshd, which root starts, reads them all the same.
const NOT_LOOKED_AT: ReadonlySet<string> = new Set(['unreadable', 'too-large', 'too-many']);

/** Whether all that sshd reads is known: nothing is to be fetched, no Include leads to where nobody here can look, and no file could not be read. */
export const isComplete = keptBy(({ wanted, includes }: Configuration): boolean => {
  const isKnown = (one: IncludedFile) =>
    one.kind === 'read' || (one.kind === 'failed' && !NOT_LOOKED_AT.has(one.reason));
  return wanted.uris.length === 0 && includes.every(({ files }) => files?.every(isKnown) ?? false);
});

/** The first reading of a file, if sshd reads it. */
export function readingOf({ readings }: Configuration, uri: string): Reading | undefined {
  return readings.find(({ file }) => file.uri === uri);
}

/** The Match blocks of all files, in the order they begin in each. */
export function allBlocks({ readings }: Configuration): readonly MatchBlock[] {
  return readings.flatMap(({ model }) => model.blocks);
}
