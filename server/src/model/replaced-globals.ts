// Global values that a block for everyone replaces on every connection, over all files. Values that add up are not its business.
import type { Keyword } from '../catalog/directives';
import type { Configuration, DirectiveInFile } from './configuration';
import { isTaken, saySame } from './repeats';

/** The global line that would decide, and the line of the block that does. */
export interface ReplacedGlobal {
  readonly line: DirectiveInFile;
  readonly by: DirectiveInFile;
}

/** Of one keyword. Where both say the same, nothing is replaced. */
export function replacedGlobal(configuration: Configuration, slot: Keyword): ReplacedGlobal | undefined {
  const known = configuration.catalog.directive(slot);
  if (known?.repeats !== 'first' || known.scope !== 'all') return undefined;
  let global: DirectiveInFile | undefined;
  for (const line of configuration.settersOf(slot)) {
    const { active, conditions } = line.placed;
    if (!active || !isTaken(line.placed, configuration)) continue;
    if (conditions.length === 0) global ??= line;
    else return global === undefined || saySame(global.placed, line.placed) ? undefined : { line: global, by: line };
  }
  return undefined;
}
