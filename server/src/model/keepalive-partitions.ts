// Who is cut off when: the connections for which different lines decide interval and count, with the course of each and its verdict for the path.
import { blocksWithKeepalive, type EffectiveKeepalive, effectiveKeepalive } from './effective-keepalive';
import type { MatchBlock } from './file-model';
import { type KeepaliveTimeline, type NatRelation, natRelation } from './keepalive';
import { blocksAround } from './keepalive-lines';
import type { Snapshot } from './snapshot';

/** Connections that the same lines decide for. */
export interface KeepalivePartition {
  /** The Match block whose connections these are; absent: all that no such block applies to. */
  readonly block?: MatchBlock;
  /** In words: `Match User deploy`. */
  readonly appliesTo: string;
  readonly effective: EffectiveKeepalive;
  /** Absent where sshd refuses a value. */
  readonly timeline?: KeepaliveTimeline;
  /** Absent where no path is named, or there is no timeline. */
  readonly nat?: NatRelation;
}

/** The global partition first, then each Match block that sets interval or count, in sshd's order. */
export function keepalivePartitions(snapshot: Snapshot): readonly KeepalivePartition[] {
  const blocks = blocksWithKeepalive(snapshot);
  const global = partition(snapshot, undefined, blocks.length === 0 ? 'all connections' : 'all other connections');
  return [global, ...blocks.map((block) => partition(snapshot, block, blockInWords(block)))];
}

function partition(snapshot: Snapshot, block: MatchBlock | undefined, appliesTo: string): KeepalivePartition {
  const effective = effectiveKeepalive(snapshot, block);
  const { timeline } = effective;
  const { natTimeout } = snapshot.settings.keepalive;
  return {
    ...(block ? { block } : {}),
    appliesTo,
    effective,
    ...(timeline ? { timeline } : {}),
    ...(timeline && natTimeout !== undefined ? { nat: natRelation(timeline, natTimeout) } : {}),
  };
}

/** A block and those around it as they are written, on one line. */
export function blockInWords(block: MatchBlock): string {
  return blocksAround(block)
    .map(({ header: { line } }) =>
      line.text.slice(line.keyword.start, line.words.at(-1)?.end ?? line.keyword.end).trim(),
    )
    .join(' and ');
}

/** Whether the mapping of the path outlives silence; undefined where no path is named. */
export function keepsMapping({ nat }: KeepalivePartition): boolean | undefined {
  return nat === undefined ? undefined : nat.kind === 'keeps-alive' || nat.kind === 'thin-margin';
}
