// AllowUsers, DenyUsers, AllowGroups and DenyGroups as they stand for everyone and in each Match block: a block's list replaces the global one.
import type { Keyword } from '../catalog/directives';
import type { MatchBlock, PlacedDirective } from './file-model';
import { isTaken } from './repeats';
import type { Snapshot } from './snapshot';

export type LoginList = Extract<Keyword, 'AllowUsers' | 'DenyUsers' | 'AllowGroups' | 'DenyGroups'>;

/** The lists of one section; a block that fits is thought of alone. */
export interface LoginLists {
  /** Absent: the global section. */
  readonly block?: MatchBlock;
  /** The lines that hold: the section's own, else the global ones. */
  readonly lines: (list: LoginList) => readonly PlacedDirective[];
}

/** The global section first, then each block that sets one of the lists. */
export function loginLists(snapshot: Snapshot): readonly LoginLists[] {
  const setters = new Map<LoginList, Map<MatchBlock | undefined, PlacedDirective[]>>();
  const blocks = new Set<MatchBlock>();
  for (const list of ['AllowUsers', 'DenyUsers', 'AllowGroups', 'DenyGroups'] as const) {
    const bySection = new Map<MatchBlock | undefined, PlacedDirective[]>();
    for (const placed of snapshot.model.settersOf(list)) {
      if (!isTaken(placed, snapshot)) continue;
      const known = bySection.get(placed.block);
      if (known === undefined) bySection.set(placed.block, [placed]);
      else known.push(placed);
      if (placed.block !== undefined) blocks.add(placed.block);
    }
    setters.set(list, bySection);
  }
  const linesIn = (block: MatchBlock | undefined) => (list: LoginList) =>
    setters.get(list)?.get(block) ?? setters.get(list)?.get(undefined) ?? [];
  return [{ lines: linesIn(undefined) }, ...Array.from(blocks, (block) => ({ block, lines: linesIn(block) }))];
}
