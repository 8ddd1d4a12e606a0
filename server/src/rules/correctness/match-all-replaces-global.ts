// A global value that a block for everyone replaces: below `Match all` the first value does not win over the global one.
import type { PlacedDirective } from '../../model/file-model';
import { isTaken, saySame } from '../../model/repeats';
import { removal } from '../line-edits';
import { directiveRange, lineNumber } from '../places';
import { defineRule } from '../rule';

export const matchAllReplacesGlobal = defineRule({
  id: 'match-all-replaces-global',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A global value that `Match all` replaces for every connection.',
  references: ['sshd_config(5), Match', 'servconf.c: copy_set_server_options()'],
  *check(snapshot) {
    const { model, catalog } = snapshot;
    const globals = new Map<string, PlacedDirective>();
    const seen = new Set<string>();
    for (const placed of model.directives) {
      const slot = placed.directive?.slot;
      if (slot === undefined || !placed.active || seen.has(slot)) continue;
      const known = catalog.directive(slot);
      if (known?.repeats !== 'first' || known.scope !== 'all' || !isTaken(placed, snapshot)) continue;
      const global = globals.get(slot);
      if (placed.block === undefined) {
        if (global === undefined) globals.set(slot, placed);
        continue;
      }
      seen.add(slot);
      if (global === undefined || saySame(global, placed)) continue;
      const number = lineNumber(snapshot, placed.lineIndex);
      yield {
        range: directiveRange(snapshot, global),
        message: `Line ${number} stands in a block for everyone and replaces this value on every connection; there the first value does not win over the global one. Keep one of the two.`,
        related: [{ range: directiveRange(snapshot, placed), message: `Line ${number} decides.` }],
        fixes: [
          { title: 'Remove this line', safety: 'unsafe', edits: [removal(snapshot.tree, global)] },
          { title: `Remove line ${number}`, safety: 'unsafe', edits: [removal(snapshot.tree, placed)] },
        ],
      };
    }
  },
});
