// A list that adds up line by line, set again in a Match block: there it replaces the global list.
import type { MatchBlock, PlacedDirective } from '../../model/file-model';
import { isTaken } from '../../model/repeats';
import { directiveRange, lineNumber } from '../places';
import { defineRule } from '../rule';

export const matchReplacesList = defineRule({
  id: 'match-replaces-list',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary: 'A list in a Match block that replaces the global list instead of adding to it.',
  references: ['servconf.c: copy_set_server_options()', 'sshd_config(5), Match'],
  *check(snapshot) {
    const { model, catalog } = snapshot;
    for (const known of catalog.directives) {
      if (known.repeats !== 'append' || known.scope !== 'all' || known.slot !== known.keyword) continue;
      const lines = model.settersOf(known.keyword).filter((one) => isTaken(one, snapshot));
      const global = lines.filter(({ block }) => block === undefined);
      const [first] = global;
      if (first === undefined) continue;
      for (const [placed, own] of byBlock(lines)) {
        const lost = wordsOf(global).filter((word) => !own.includes(word));
        if (lost.length === 0) continue;
        const number = lineNumber(snapshot, first.lineIndex);
        yield {
          range: directiveRange(snapshot, placed),
          message: `Where this block fits, its ${known.keyword} lines replace the global list (line ${number}) and do not add to it: ${shown(lost)} ${lost.length === 1 ? 'does' : 'do'} not count there. Repeat what shall count.`,
          related: [{ range: directiveRange(snapshot, first), message: 'The global list' }],
        };
      }
    }
  },
});

/** The first line of each block, with all words of that block. */
function byBlock(lines: readonly PlacedDirective[]): ReadonlyMap<PlacedDirective, readonly string[]> {
  const blocks = new Map<MatchBlock, PlacedDirective[]>();
  for (const line of lines) {
    if (line.block === undefined) continue;
    const known = blocks.get(line.block);
    if (known === undefined) blocks.set(line.block, [line]);
    else known.push(line);
  }
  return new Map([...blocks.values()].map((own) => [own[0] as PlacedDirective, wordsOf(own)]));
}

function wordsOf(lines: readonly PlacedDirective[]): readonly string[] {
  return lines.flatMap(({ line }) => line.words.map((word) => word.value));
}

function shown(words: readonly string[]): string {
  const few = words.slice(0, 3).map((word) => `\`${word}\``);
  return `${few.join(', ')}${words.length > few.length ? ` and ${words.length - few.length} more` : ''}`;
}
