// Global values that a block for everyone replaces on every connection, over all files. Values that add up are not its business.
import type { Configuration, DirectiveInFile } from './configuration';
import { isTaken, saySame } from './repeats';

/** The global line that would decide, and the line of the block that does. */
export interface ReplacedGlobal {
  readonly line: DirectiveInFile;
  readonly by: DirectiveInFile;
}

/** One for each directive at most. Where both say the same, nothing is replaced. */
export function* replacedGlobals(configuration: Configuration): Iterable<ReplacedGlobal> {
  const { catalog, directives } = configuration;
  const globals = new Map<string, DirectiveInFile>();
  const seen = new Set<string>();
  for (const line of directives) {
    const { directive, active, conditions } = line.placed;
    const slot = directive?.slot;
    if (slot === undefined || !active || seen.has(slot)) continue;
    const known = catalog.directive(slot);
    if (known?.repeats !== 'first' || known.scope !== 'all' || !isTaken(line.placed, configuration)) continue;
    const global = globals.get(slot);
    if (conditions.length === 0) {
      if (global === undefined) globals.set(slot, line);
      continue;
    }
    seen.add(slot);
    if (global !== undefined && !saySame(global.placed, line.placed)) yield { line: global, by: line };
  }
}
