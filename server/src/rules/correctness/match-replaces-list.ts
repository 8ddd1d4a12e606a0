// A list that adds up line by line, set again in a Match block: there it replaces the global list.
import type { DirectiveInFile } from '../../model/configuration';
import { sectionOf } from '../../model/effective-config';
import type { MatchBlock } from '../../model/file-model';
import { isTaken } from '../../model/repeats';
import { directiveRange, lineName, relatedLine } from '../places';
import { defineRule } from '../rule';

export const matchReplacesList = defineRule({
  id: 'match-replaces-list',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary: 'A list in a Match block that replaces the global list instead of adding to it.',
  references: ['servconf.c: copy_set_server_options()', 'sshd_config(5), Match'],
  *checkKeyword(keyword, snapshot) {
    const { configuration, catalog } = snapshot;
    const known = catalog.directive(keyword);
    if (known?.repeats !== 'append' || known.scope !== 'all') return;
    const lines = configuration.settersOf(keyword).filter(({ placed }) => isTaken(placed, snapshot));
    const global = lines.filter(({ placed }) => placed.conditions.length === 0);
    const [first] = global;
    if (first === undefined) return;
    for (const [line, own] of byBlock(lines)) {
      if (line.reading !== snapshot.reading) continue;
      const lost = wordsOf(global).filter((word) => !own.includes(word));
      if (lost.length === 0) continue;
      yield {
        range: directiveRange(snapshot, line.placed),
        message: `Where this block fits, its ${keyword} lines replace the global list (${lineName(snapshot, first)}) and do not add to it: ${shown(lost)} ${lost.length === 1 ? 'does' : 'do'} not count there. Repeat what shall count.`,
        related: [relatedLine(snapshot, first, 'The global list')],
      };
    }
  },
});

/** The first line of each block, with all words of that block. */
function byBlock(lines: readonly DirectiveInFile[]): ReadonlyMap<DirectiveInFile, readonly string[]> {
  const blocks = new Map<MatchBlock, DirectiveInFile[]>();
  for (const line of lines) {
    const block = sectionOf(line.placed);
    if (block === undefined) continue;
    const known = blocks.get(block);
    if (known === undefined) blocks.set(block, [line]);
    else known.push(line);
  }
  return new Map([...blocks.values()].map((own) => [own[0] as DirectiveInFile, wordsOf(own)]));
}

function wordsOf(lines: readonly DirectiveInFile[]): readonly string[] {
  return lines.flatMap(({ placed }) => placed.line.words.map((word) => word.value));
}

function shown(words: readonly string[]): string {
  const few = words.slice(0, 3).map((word) => `\`${word}\``);
  return `${few.join(', ')}${words.length > few.length ? ` and ${words.length - few.length} more` : ''}`;
}
