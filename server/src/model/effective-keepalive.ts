// Which interval, count and TCPKeepAlive hold, globally or for one Match block, and the lines that decide. What they make sshd do: keepalive.ts.

import { keptBy } from '../base/kept-by';
import type { Mutable } from '../base/mutable';
import { integerProblem } from '../catalog/arguments/integer';
import { isProbed } from '../catalog/arguments/probed-sockets';
import { timeInSeconds } from '../catalog/arguments/time';
import type { Catalog } from '../catalog/catalog';
import type { Keyword } from '../catalog/directives';
import { isSince, type Release } from '../catalog/versions';
import type { DirectiveInFile, Reading } from './configuration';
import type { MatchBlock, PlacedDirective } from './file-model';
import { type KeepaliveTimeline, keepaliveTimeline } from './keepalive';
import { blocksWithClientAlive, clientAliveLine, tcpKeepAliveLine } from './keepalive-lines';
import type { Snapshot } from './snapshot';

/** A value that holds. */
export interface InForce<T> {
  /** Absent: the deciding line is not one that sshd accepts. */
  readonly value?: T;
  /** The deciding line, in whatever file; absent: the default holds. */
  readonly line?: DirectiveInFile;
  /** The same, where it stands in the file that was asked about. */
  readonly by?: PlacedDirective;
}

/** The three settings that notice a dead peer, as they hold for some connections. */
export interface EffectiveKeepalive {
  /** Absent: global, for connections no Match block with criteria applies to. */
  readonly block?: MatchBlock;
  /** Seconds. */
  readonly interval: InForce<number>;
  readonly countMax: InForce<number>;
  /** TCPKeepAlive is global whatever the block. */
  readonly tcpKeepAlive: InForce<boolean>;
  /** Absent where a value is not valid. */
  readonly timeline?: KeepaliveTimeline;
}

/** What is worked out once for all blocks. */
interface Known {
  readonly interval: (line: DirectiveInFile | undefined) => InForce<number>;
  readonly countMax: (line: DirectiveInFile | undefined) => InForce<number>;
  readonly tcpKeepAlive: InForce<boolean>;
  readonly byBlock: Map<MatchBlock | undefined, EffectiveKeepalive>;
}

// A dozen rules ask for each of hundreds of blocks.
const knownOf = keptBy(prepare);

/** What holds for connections no Match block applies to, or for those that one block (and what is around it) applies to, in all files sshd reads. */
export function effectiveKeepalive(snapshot: Snapshot, block?: MatchBlock): EffectiveKeepalive {
  const known = knownOf(snapshot);
  const found = known.byBlock.get(block) ?? findKeepalive(snapshot, block, known);
  known.byBlock.set(block, found);
  return found;
}

function prepare({ configuration, reading, catalog }: Snapshot): Known {
  const { release } = catalog.target;
  return {
    interval: valuesOf(reading, catalog, 'ClientAliveInterval', (text) => secondsOf(text, release)),
    countMax: valuesOf(reading, catalog, 'ClientAliveCountMax', (text) => countOf(text, release)),
    tcpKeepAlive: valuesOf(reading, catalog, 'TCPKeepAlive', (text) => isProbed(text, release))(
      tcpKeepAliveLine(configuration),
    ),
    byBlock: new Map(),
  };
}

/** What a line of the keyword, or its default, comes to. Read once, however many blocks it decides for. */
function valuesOf<T>(
  reading: Reading,
  catalog: Catalog,
  keyword: Keyword,
  read: (text: string) => T | undefined,
): (line: DirectiveInFile | undefined) => InForce<T> {
  const made = new Map<DirectiveInFile | undefined, InForce<T>>();
  return (line) => {
    const known = made.get(line) ?? inForce(reading, line, catalog.directive(keyword)?.default ?? '', read);
    made.set(line, known);
    return known;
  };
}

function findKeepalive(
  { configuration, catalog }: Snapshot,
  block: MatchBlock | undefined,
  known: Known,
): EffectiveKeepalive {
  const interval = known.interval(clientAliveLine(configuration, 'ClientAliveInterval', block));
  const countMax = known.countMax(clientAliveLine(configuration, 'ClientAliveCountMax', block));
  const { tcpKeepAlive } = known;
  const valid = interval.value !== undefined && countMax.value !== undefined;
  const timeline = valid
    ? keepaliveTimeline({ interval: interval.value, countMax: countMax.value }, catalog.target.release)
    : undefined;
  // Not spread together: that costs more than all the rest.
  const found: Mutable<EffectiveKeepalive> = { interval, countMax, tcpKeepAlive };
  if (block !== undefined) found.block = block;
  if (timeline !== undefined) found.timeline = timeline;
  return found;
}

/** The Match blocks with criteria that set interval or count, of all files, in sshd's order. */
export function blocksWithKeepalive({ configuration }: Snapshot): readonly MatchBlock[] {
  return blocksWithClientAlive(configuration);
}

function inForce<T>(
  reading: Reading,
  line: DirectiveInFile | undefined,
  preset: string,
  read: (text: string) => T | undefined,
): InForce<T> {
  const value = line === undefined ? read(preset) : soleArgument(line.placed, read);
  const found: Mutable<InForce<T>> = {};
  if (value !== undefined) found.value = value;
  if (line !== undefined) found.line = line;
  if (line?.reading === reading) found.by = line.placed;
  return found;
}

function soleArgument<T>({ line }: PlacedDirective, read: (text: string) => T | undefined): T | undefined {
  const [word, extra] = line.words;
  return word === undefined || extra !== undefined || line.unclosedQuote !== undefined ? undefined : read(word.value);
}

/** Seconds by sshd's rules; absent where it refuses the text, and for what old releases wrap to below 0. */
export function secondsOf(text: string, release: Release): number | undefined {
  const seconds = timeInSeconds(text, release);
  return seconds === undefined || seconds < 0 ? undefined : seconds;
}

/** A count by the release's rules: strtonum() since 7.7; before, atoi(), whose -1 means "not set" and is left to the rule about arguments. */
export function countOf(text: string, release: Release): number | undefined {
  if (integerProblem(text) === undefined) return Number(text);
  if (isSince(release, '7.7p1') || /^\s*[-+]?\d/.test(text)) return undefined;
  return 0;
}
