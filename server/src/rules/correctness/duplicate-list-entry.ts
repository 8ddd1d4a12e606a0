// The same entry twice in a list that adds up line by line. Port and ListenAddress are listenaddress-duplicate's business.
import type { DirectiveInFile } from '../../model/configuration';
import { sectionOf } from '../../model/effective-config';
import type { MatchBlock, PlacedDirective } from '../../model/file-model';
import { isTaken } from '../../model/repeats';
import type { Snapshot } from '../../model/snapshot';
import { type DirectiveLine, rangeInFile, type Word } from '../../syntax/tree';
import { removal } from '../line-edits';
import { onLine, relatedLine } from '../places';
import { defineRule, type Fix, type Report } from '../rule';

// Of one line; more would only bury the rest.
const MOST = 20;

export const duplicateListEntry = defineRule({
  id: 'duplicate-list-entry',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary: 'An entry that the same list has already: the second changes nothing.',
  references: ['sshd_config(5)'],
  *checkKeyword(keyword, snapshot) {
    if (snapshot.catalog.directive(keyword)?.repeats !== 'append' || /^(Port|ListenAddress)$/.test(keyword)) return;
    const scopes = new Map<MatchBlock | undefined, Map<string, DirectiveInFile>>();
    for (const one of snapshot.configuration.settersOf(keyword)) {
      const { placed, reading } = one;
      if (!isTaken(placed, snapshot)) continue;
      const section = sectionOf(placed);
      const seen = scopes.get(section) ?? new Map<string, DirectiveInFile>();
      scopes.set(section, seen);
      let found = 0;
      for (const [index, { value }] of placed.line.words.entries()) {
        const earlier = seen.get(value);
        if (earlier === undefined) seen.set(value, one);
        else if (reading === snapshot.reading && found++ < MOST) yield report(snapshot, placed, index, earlier);
      }
    }
  },
});

function report(snapshot: Snapshot, placed: PlacedDirective, index: number, earlier: DirectiveInFile): Report {
  const word = placed.line.words[index] as Word;
  const own = earlier.placed === placed;
  const where = own ? 'on this line' : onLine(snapshot, earlier);
  return {
    range: rangeInFile(snapshot.tree, placed.lineIndex, word),
    message: `\`${word.value}\` is in the list already, ${where}; once is enough.`,
    tags: ['unnecessary'],
    ...(own ? {} : { related: [relatedLine(snapshot, earlier, 'The first one')] }),
    fixes: [wordRemoval(snapshot, placed, index)],
  };
}

function wordRemoval(snapshot: Snapshot, placed: PlacedDirective, index: number): Fix {
  const { line, lineIndex } = placed;
  const end = line.words[index]?.end ?? 0;
  const title = 'Remove the second; nothing changes';
  if (line.words.length === 1) return { title, safety: 'safe', edits: [removal(snapshot.tree, placed)] };
  const range = rangeInFile(snapshot.tree, lineIndex, { start: endBefore(line, index), end });
  return { title, safety: 'safe', edits: [{ ...range, newText: '' }] };
}

function endBefore({ words, keyword }: DirectiveLine, index: number): number {
  return words[index - 1]?.end ?? keyword.end;
}
