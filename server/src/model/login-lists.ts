// AllowUsers, DenyUsers, AllowGroups and DenyGroups as they stand for everyone and in each Match block: a block's list replaces the global one.
import type { Keyword } from '../catalog/directives';
import type { Configuration, DirectiveInFile } from './configuration';
import { sectionOf } from './effective-config';
import type { MatchBlock } from './file-model';
import { isTaken } from './repeats';

export type LoginList = Extract<Keyword, 'AllowUsers' | 'DenyUsers' | 'AllowGroups' | 'DenyGroups'>;

export const LOGIN_LISTS: readonly LoginList[] = ['AllowUsers', 'DenyUsers', 'AllowGroups', 'DenyGroups'];

/** The lists of one section; a block that fits is thought of alone. */
export interface LoginLists {
  /** Absent: the global section. */
  readonly block?: MatchBlock;
  /** The lines that hold: the section's own, else the global ones. */
  readonly lines: (list: LoginList) => readonly DirectiveInFile[];
}

/** The global section first, then each block that sets one of the lists. */
export function loginLists(configuration: Configuration): readonly LoginLists[] {
  const setters = new Map<LoginList, Map<MatchBlock | undefined, DirectiveInFile[]>>();
  const blocks = new Set<MatchBlock>();
  for (const list of LOGIN_LISTS) {
    const bySection = new Map<MatchBlock | undefined, DirectiveInFile[]>();
    for (const line of configuration.settersOf(list)) {
      if (!isTaken(line.placed, configuration)) continue;
      const block = sectionOf(line.placed);
      const known = bySection.get(block);
      if (known === undefined) bySection.set(block, [line]);
      else known.push(line);
      if (block !== undefined) blocks.add(block);
    }
    setters.set(list, bySection);
  }
  const linesIn = (block: MatchBlock | undefined) => (list: LoginList) =>
    setters.get(list)?.get(block) ?? setters.get(list)?.get(undefined) ?? [];
  return [{ lines: linesIn(undefined) }, ...Array.from(blocks, (block) => ({ block, lines: linesIn(block) }))];
}
