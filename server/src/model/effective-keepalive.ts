// Which interval, count and TCPKeepAlive hold, globally or for one Match block, and the lines that decide. What they make sshd do: keepalive.ts.
import { integerProblem } from '../catalog/arguments/integer';
import { timeInSeconds } from '../catalog/arguments/time';
import { isSince, type Release } from '../catalog/versions';
import { decidingLine } from './effective-config';
import type { MatchBlock, PlacedDirective } from './file-model';
import { type KeepaliveTimeline, keepaliveTimeline } from './keepalive';
import type { Snapshot } from './snapshot';

/** A value that holds. */
export interface InForce<T> {
  /** Absent: the deciding line is not one that sshd accepts. */
  readonly value?: T;
  /** The deciding line; absent: the default holds. */
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

/** The keywords that set the timeline. */
export type ClientAliveKeyword = 'ClientAliveInterval' | 'ClientAliveCountMax';

/** What holds for connections no Match block applies to, or for those that one block (and only it) applies to. */
export function effectiveKeepalive(snapshot: Snapshot, block?: MatchBlock): EffectiveKeepalive {
  const { release } = snapshot.catalog.target;
  const preset = (keyword: string) => snapshot.catalog.directive(keyword)?.default ?? '';
  const interval = inForce(
    clientAliveLine(snapshot, 'ClientAliveInterval', block),
    preset('ClientAliveInterval'),
    (text) => secondsOf(text, release),
  );
  const countMax = inForce(
    clientAliveLine(snapshot, 'ClientAliveCountMax', block),
    preset('ClientAliveCountMax'),
    (text) => countOf(text, release),
  );
  const tcpKeepAlive = inForce(tcpKeepAliveLine(snapshot), preset('TCPKeepAlive'), (text) => flagOf(text, release));
  const valid = interval.value !== undefined && countMax.value !== undefined;
  const timeline = valid
    ? keepaliveTimeline({ interval: interval.value, countMax: countMax.value }, release)
    : undefined;
  return { ...(block ? { block } : {}), interval, countMax, tcpKeepAlive, ...(timeline ? { timeline } : {}) };
}

/** The Match blocks with criteria that set interval or count, in file order. */
export function blocksWithKeepalive(snapshot: Snapshot): readonly MatchBlock[] {
  const setters = [
    ...snapshot.model.settersOf('ClientAliveInterval'),
    ...snapshot.model.settersOf('ClientAliveCountMax'),
  ];
  return snapshot.model.blocks.filter((block) => !forEveryone(block) && setters.some((one) => one.block === block));
}

/** Whether sshd applies the block to every connection: `Match all`, or a Match version that fits. */
export function forEveryone(block: MatchBlock): boolean {
  return block.criteria.activeWhenRead;
}

/** The line that decides. For a connection the blocks come before the global section, the first block first. */
export function clientAliveLine(
  snapshot: Snapshot,
  keyword: ClientAliveKeyword,
  block?: MatchBlock,
): PlacedDirective | undefined {
  for (const one of snapshot.model.blocks) {
    if (one !== block && !forEveryone(one)) continue;
    const line = decidingLine(snapshot, keyword, one);
    if (line !== undefined) return line;
  }
  return decidingLine(snapshot, keyword);
}

// A socket option of the first pass: what stands first where sshd reads it at once wins.
function tcpKeepAliveLine(snapshot: Snapshot): PlacedDirective | undefined {
  return decidingLine(snapshot, 'TCPKeepAlive') ?? snapshot.model.settersOf('TCPKeepAlive').find((one) => one.active);
}

function inForce<T>(
  by: PlacedDirective | undefined,
  preset: string,
  read: (text: string) => T | undefined,
): InForce<T> {
  const value = by === undefined ? read(preset) : soleArgument(by, read);
  return { ...(value === undefined ? {} : { value }), ...(by === undefined ? {} : { by }) };
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

// strtonum() since 7.7; before, atoi(), whose -1 means "not set" and is left to the rule about arguments.
function countOf(text: string, release: Release): number | undefined {
  if (integerProblem(text) === undefined) return Number(text);
  if (isSince(release, '7.7p1') || /^\s*[-+]?\d/.test(text)) return undefined;
  return 0;
}

function flagOf(text: string, release: Release): boolean | undefined {
  const word = isSince(release, '7.7p1') ? text.toLowerCase() : text;
  return word === 'yes' ? true : word === 'no' ? false : undefined;
}
