// The lines that act in each of sshd's two passes: when it reads its files, and again for a connection, when only what stands in blocks that fit counts.
import type { SettingInput } from '../../catalog/arguments/argument-kind';
import type { Catalog } from '../../catalog/catalog';
import type { Keyword } from '../../catalog/directives';
import type { Configuration, DirectiveInFile } from '../configuration';
import type { ConnectionSpec } from '../connection';
import type { MatchBlock } from '../file-model';
import { isMisplaced, lineProblems } from '../line-problems';
import { matchFit, type Unfit } from './match-evaluation';

/** A line as its argument kind sees it, with its place. */
export interface ActingLine extends SettingInput {
  readonly at: DirectiveInFile;
}

/** The blocks that apply to a connection. */
export interface FittingBlocks {
  /** Whether sshd reads its files again. Before 7.7 plain -T shows what it holds from the first time. */
  readonly again: boolean;
  readonly fits: (block: MatchBlock) => boolean;
  /** The first Match line that cannot be answered. */
  readonly unfit?: Unfit & { readonly by: DirectiveInFile };
}

/** Answers every Match line for a connection, in sshd's order; without one, as plain `sshd -T` does. */
export function fittingBlocks(configuration: Configuration, connection: ConnectionSpec | undefined): FittingBlocks {
  const { catalog } = configuration;
  if (connection === undefined && !catalog.since('7.7p1')) return { again: false, fits: () => false };
  const fitting = new Set<MatchBlock>();
  const fits = (block: MatchBlock) => fitting.has(block);
  let unfit: FittingBlocks['unfit'];
  for (const { block, by } of blocksOf(configuration)) {
    if (!isReached(by, fitting, catalog)) continue;
    const fit = matchFit(block.criteria, connection ?? {}, catalog.target);
    if (fit === 'yes') fitting.add(block);
    else if (fit !== 'no') unfit ??= { ...fit, by };
  }
  return { again: true, fits, ...(unfit ? { unfit } : {}) };
}

// A Match line in a file that is included where nothing acts is only checked. In 8.2 and 8.3 that is so for each Include outside of blocks too.
function isReached(by: DirectiveInFile, fitting: ReadonlySet<MatchBlock>, catalog: Catalog): boolean {
  return !isOnlyChecked(by, catalog) && by.placed.conditions.every((block) => fitting.has(block));
}

/** Whether the Match line never opens a block for a connection. */
export function isOnlyChecked({ reading, placed }: DirectiveInFile, catalog: Catalog): boolean {
  return reading.depth > 0 && placed.conditions.length === 0 && !catalog.since('8.4p1');
}

interface BlockInFile {
  readonly block: MatchBlock;
  readonly by: DirectiveInFile;
}

const BLOCKS = new WeakMap<Configuration, readonly BlockInFile[]>();

/** Every Match block with its Match line, in the order sshd reads them. */
export function blocksOf(configuration: Configuration): readonly BlockInFile[] {
  const known = BLOCKS.get(configuration);
  if (known !== undefined) return known;
  const headers = new Map<unknown, MatchBlock>();
  for (const { model } of configuration.readings) for (const block of model.blocks) headers.set(block.header, block);
  const blocks = configuration.directives.flatMap((by): readonly BlockInFile[] => {
    const block = headers.get(by.placed);
    return block === undefined ? [] : [{ block, by }];
  });
  BLOCKS.set(configuration, blocks);
  return blocks;
}

/** The lines of a keyword that act when sshd reads its files. */
export function linesWhenRead(configuration: Configuration, keyword: Keyword): readonly ActingLine[] {
  const { catalog, settersOf } = configuration;
  const lines = settersOf(keyword)
    .filter(({ placed }) => placed.active && isTaken(placed, catalog))
    .map((at) => actingLine(at, catalog, false));
  return notDropped(lines, configuration, keyword, (other) => linesWhenRead(configuration, other));
}

function notDropped(
  lines: readonly ActingLine[],
  { catalog, directives }: Configuration,
  keyword: Keyword,
  linesOf: (keyword: Keyword) => readonly ActingLine[],
): readonly ActingLine[] {
  const other = lines.length > 0 ? catalog.directive(keyword)?.droppedBehind : undefined;
  const first = other && linesOf(other)[0];
  if (first === undefined) return lines;
  const end = directives.indexOf(first.at);
  return lines.filter(({ at }) => directives.indexOf(at) < end);
}

/** The lines of a keyword that act for the connection. What is global only is not copied. */
export function linesInBlocks(
  configuration: Configuration,
  keyword: Keyword,
  fitting: FittingBlocks,
): readonly ActingLine[] {
  const { catalog, settersOf } = configuration;
  const { again, fits } = fitting;
  const directive = catalog.directive(keyword);
  if (!again || directive?.scope === 'global' || directive?.lostInMatch) return [];
  const lines = settersOf(keyword)
    .filter(({ placed }) => isInFittingBlock(placed, fits) && isTaken(placed, catalog))
    .map((at) => actingLine(at, catalog, true));
  return notDropped(lines, configuration, keyword, (other) => linesInBlocks(configuration, other, fitting));
}

/** Whether sshd acts on the line when it reads its files again. */
export function isInFittingBlock(placed: DirectiveInFile['placed'], fits: FittingBlocks['fits']): boolean {
  return placed.conditions.length > 0 && isSupported(placed) && !isMisplaced(placed) && placed.conditions.every(fits);
}

/** The line as its argument kind sees it. */
export function actingLine(at: DirectiveInFile, { target }: Catalog, again: boolean): ActingLine {
  const { line, directive } = at.placed;
  return { at, keyword: directive?.keyword ?? '', line, words: line.words, target, active: true, again };
}

// What sshd refuses sets nothing; so there is an answer even where it does not start.
function isTaken(placed: DirectiveInFile['placed'], catalog: Catalog): boolean {
  if (!isSupported(placed) || (placed.line.unclosedQuote !== undefined && catalog.since('8.7p1'))) return false;
  return lineProblems(placed, catalog.target).every(({ afterReading }) => afterReading);
}

function isSupported({ directive }: DirectiveInFile['placed']): boolean {
  return directive?.status === 'supported';
}
