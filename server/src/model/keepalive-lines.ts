// Finds the lines that decide the keepalive of everyone and of each Match block, in all files of a configuration, at once for thousands of blocks. Reads no values.
import type { Configuration, DirectiveInFile } from './configuration';
import type { MatchBlock, PlacedDirective } from './file-model';

/** The keywords that set the timeline. */
export type ClientAliveKeyword = 'ClientAliveInterval' | 'ClientAliveCountMax';

type KeepaliveKeyword = ClientAliveKeyword | 'TCPKeepAlive';

/** The first line of each section; one without a value counts: sshd refuses it, so nothing may be said of what follows. */
interface FirstLines {
  readonly global?: DirectiveInFile;
  /** The first of those that sshd acts on when it reads its files. */
  readonly whenRead?: DirectiveInFile;
  /** The first in a block that applies to everyone. */
  readonly everyone?: DirectiveInFile;
  readonly byBlock: ReadonlyMap<MatchBlock, DirectiveInFile>;
  /** Its place in sshd's order. */
  readonly orderOf: ReadonlyMap<DirectiveInFile, number>;
}

/** Whether sshd applies the block to every connection: `Match all`, or a Match version that fits. */
export function forEveryone(block: MatchBlock): boolean {
  return block.criteria.activeWhenRead;
}

/** The innermost block with criteria that a line depends on, around its file or in it; absent: the line is for everyone. */
export function blockAround({ conditions }: PlacedDirective): MatchBlock | undefined {
  return conditions.findLast((block) => !forEveryone(block));
}

/** A block with criteria and those around it, outermost first: what a connection must fit. */
export function blocksAround(block: MatchBlock): readonly MatchBlock[] {
  return [...block.header.conditions.filter((outer) => !forEveryone(outer)), block];
}

/** The line that decides. For a connection the blocks come before the global section, the first block first. */
export function clientAliveLine(
  configuration: Configuration,
  keyword: ClientAliveKeyword,
  block?: MatchBlock,
): DirectiveInFile | undefined {
  const { global, everyone, byBlock, orderOf } = firstLines(configuration, keyword);
  const around = block === undefined || forEveryone(block) ? [] : blocksAround(block);
  let first = everyone;
  for (const one of around) {
    const line = byBlock.get(one);
    if (line === undefined) continue;
    if (first === undefined || (orderOf.get(line) ?? 0) < (orderOf.get(first) ?? 0)) first = line;
  }
  return first ?? global;
}

/** The line that decides TCPKeepAlive: a socket option, set before a user is known, from what sshd reads at start. */
export function tcpKeepAliveLine(configuration: Configuration): DirectiveInFile | undefined {
  return firstLines(configuration, 'TCPKeepAlive').whenRead;
}

/** The Match blocks with criteria that set interval or count, in sshd's order. */
export function blocksWithClientAlive(configuration: Configuration): readonly MatchBlock[] {
  const { byBlock: interval } = firstLines(configuration, 'ClientAliveInterval');
  const { byBlock: count } = firstLines(configuration, 'ClientAliveCountMax');
  if (interval.size === 0 && count.size === 0) return [];
  const order = new Map(configuration.settersOf('Match').map(({ placed }, index) => [placed, index]));
  const orderOf = ({ header }: MatchBlock) => order.get(header) ?? 0;
  return [...new Set([...interval.keys(), ...count.keys()])].sort((a, b) => orderOf(a) - orderOf(b));
}

const KNOWN = new WeakMap<Configuration, Map<KeepaliveKeyword, FirstLines>>();

function firstLines(configuration: Configuration, keyword: KeepaliveKeyword): FirstLines {
  const known = KNOWN.get(configuration) ?? new Map<KeepaliveKeyword, FirstLines>();
  KNOWN.set(configuration, known);
  const found = known.get(keyword) ?? findFirstLines(configuration.settersOf(keyword));
  known.set(keyword, found);
  return found;
}

function findFirstLines(setters: readonly DirectiveInFile[]): FirstLines {
  const global = setters.find(({ placed }) => placed.conditions.length === 0);
  const whenRead = setters.find(({ placed }) => placed.active);
  const everyone = setters.find(({ placed }) => placed.conditions.length > 0 && placed.conditions.every(forEveryone));
  const byBlock = new Map<MatchBlock, DirectiveInFile>();
  for (const one of setters) {
    const block = blockAround(one.placed);
    if (block !== undefined && !byBlock.has(block)) byBlock.set(block, one);
  }
  return {
    ...(global ? { global } : {}),
    ...(whenRead ? { whenRead } : {}),
    ...(everyone ? { everyone } : {}),
    byBlock,
    orderOf: new Map(setters.map((one, index) => [one, index])),
  };
}
