// A +, - or ^ list in a Match block beside a global line: it builds on the compiled default, not on that line.
import { splitPrefix } from '../../catalog/arguments/algorithm-list';
import type { PlacedDirective } from '../../model/file-model';
import { isAccepted } from '../accepted-lines';
import { argumentRange, lineNumber } from '../places';
import { defineRule } from '../rule';

export const algorithmListIgnoresGlobalLine = defineRule({
  id: 'algorithm-list-ignores-global-line',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary:
    'A `+`, `-` or `^` list in a Match block, which starts from the built-in default and not from the global line.',
  references: ['https://man.openbsd.org/sshd_config#Match', 'servconf.c: assemble_algorithms()'],
  *check(snapshot) {
    const { catalog, model } = snapshot;
    for (const { directives } of model.blocks) {
      for (const placed of directives) {
        const [word] = placed.line.words;
        if (placed.directive?.argument.name !== 'algorithm-list' || word === undefined) continue;
        const { prefix } = splitPrefix(word.value, catalog.target.release);
        if (prefix === '' || !isAccepted(placed, snapshot)) continue;
        const global = globalSetter(model.settersOf(placed.directive.slot));
        if (global === undefined || global.line.words[0]?.value === word.value) continue;
        yield {
          range: argumentRange(snapshot, placed),
          message: `In a Match block \`${prefix}\` starts from the built-in default of sshd; what line ${lineNumber(snapshot, global.lineIndex)} sets is dropped here. Write the whole list if you want to build on that line.`,
          related: [{ range: argumentRange(snapshot, global), message: 'The global list, which does not count here' }],
        };
      }
    }
  },
});

// The global section stands above all blocks.
function globalSetter([first]: readonly PlacedDirective[]): PlacedDirective | undefined {
  return first?.block === undefined && first?.line.words[0] !== undefined ? first : undefined;
}
