// A +, - or ^ list in a Match block beside a global line: it builds on the compiled default, not on that line.
import { splitPrefix } from '../../catalog/arguments/algorithm-list';
import type { DirectiveInFile } from '../../model/configuration';
import { isAccepted } from '../accepted-lines';
import { argumentRange, lineName, relatedLine } from '../places';
import { defineRule } from '../rule';

export const algorithmListIgnoresGlobalLine = defineRule({
  id: 'algorithm-list-ignores-global-line',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary:
    'A `+`, `-` or `^` list in a Match block, which starts from the built-in default and not from the global line.',
  references: ['https://man.openbsd.org/sshd_config#Match', 'servconf.c: assemble_algorithms()'],
  *checkKeyword(keyword, snapshot) {
    const { catalog, model, configuration } = snapshot;
    if (catalog.directive(keyword)?.argument.name !== 'algorithm-list') return;
    for (const placed of model.settersOf(keyword)) {
      const [word] = placed.line.words;
      if (placed.conditions.length === 0 || word === undefined) continue;
      const { prefix } = splitPrefix(word.value, catalog.target.release);
      if (prefix === '' || !isAccepted(placed, snapshot)) continue;
      const global = globalSetter(configuration.settersOf(keyword));
      if (global === undefined || global.placed.line.words[0]?.value === word.value) continue;
      yield {
        range: argumentRange(snapshot, placed),
        message: `In a Match block \`${prefix}\` starts from the built-in default of sshd; what ${lineName(snapshot, global)} sets is dropped here. Write the whole list if you want to build on that line.`,
        related: [relatedLine(snapshot, global, 'The global list, which does not count here')],
      };
    }
  },
});

function globalSetter(lines: readonly DirectiveInFile[]): DirectiveInFile | undefined {
  return lines.find(({ placed }) => placed.conditions.length === 0 && placed.line.words.length > 0);
}
