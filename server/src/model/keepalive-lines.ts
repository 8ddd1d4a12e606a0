// Finds the lines that decide the keepalive of everyone and of each Match block, at once for a file with thousands of blocks. Reads no values.
import type { FileModel, MatchBlock, PlacedDirective } from './file-model';

/** The keywords that set the timeline. */
export type ClientAliveKeyword = 'ClientAliveInterval' | 'ClientAliveCountMax';

type KeepaliveKeyword = ClientAliveKeyword | 'TCPKeepAlive';

/** The first line of each section; one without a value counts: sshd refuses it, so nothing may be said of what follows. */
interface FirstLines {
  readonly global?: PlacedDirective;
  /** The first in a block that applies to everyone. */
  readonly everyone?: PlacedDirective;
  readonly byBlock: ReadonlyMap<MatchBlock, PlacedDirective>;
}

/** Whether sshd applies the block to every connection: `Match all`, or a Match version that fits. */
export function forEveryone(block: MatchBlock): boolean {
  return block.criteria.activeWhenRead;
}

/** The line that decides. For a connection the blocks come before the global section, the first block first. */
export function clientAliveLine(
  model: FileModel,
  keyword: ClientAliveKeyword,
  block?: MatchBlock,
): PlacedDirective | undefined {
  const { global, everyone, byBlock } = firstLines(model, keyword);
  const own = block === undefined ? undefined : byBlock.get(block);
  if (own !== undefined && everyone !== undefined) return own.lineIndex < everyone.lineIndex ? own : everyone;
  return own ?? everyone ?? global;
}

/** The line that decides TCPKeepAlive: a socket option, set before a user is known, from what sshd reads at start. */
export function tcpKeepAliveLine(model: FileModel): PlacedDirective | undefined {
  const { global, everyone } = firstLines(model, 'TCPKeepAlive');
  return global ?? everyone;
}

/** The Match blocks with criteria that set interval or count, in file order. */
export function blocksWithClientAlive(model: FileModel): readonly MatchBlock[] {
  const { byBlock: interval } = firstLines(model, 'ClientAliveInterval');
  const { byBlock: count } = firstLines(model, 'ClientAliveCountMax');
  return model.blocks.filter((block) => !forEveryone(block) && (interval.has(block) || count.has(block)));
}

const KNOWN = new WeakMap<FileModel, Map<KeepaliveKeyword, FirstLines>>();

function firstLines(model: FileModel, keyword: KeepaliveKeyword): FirstLines {
  const ofModel = KNOWN.get(model) ?? new Map<KeepaliveKeyword, FirstLines>();
  KNOWN.set(model, ofModel);
  const found = ofModel.get(keyword) ?? findFirstLines(model.settersOf(keyword));
  ofModel.set(keyword, found);
  return found;
}

function findFirstLines(setters: readonly PlacedDirective[]): FirstLines {
  const global = setters.find((one) => one.block === undefined);
  const everyone = setters.find((one) => one.block !== undefined && forEveryone(one.block));
  const byBlock = new Map<MatchBlock, PlacedDirective>();
  for (const one of setters) if (one.block !== undefined && !byBlock.has(one.block)) byBlock.set(one.block, one);
  return { ...(global ? { global } : {}), ...(everyone ? { everyone } : {}), byBlock };
}
