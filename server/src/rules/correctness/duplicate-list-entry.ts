// The same entry twice in a list that adds up line by line. Port and ListenAddress are listenaddress-duplicate's business.
import type { MatchBlock, PlacedDirective } from '../../model/file-model';
import { isTaken } from '../../model/repeats';
import type { Snapshot } from '../../model/snapshot';
import { type DirectiveLine, rangeInFile, type Word } from '../../syntax/tree';
import { removal } from '../line-edits';
import { directiveRange, lineNumber } from '../places';
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
  *check(snapshot) {
    const scopes = new Map<MatchBlock | undefined, Map<string, PlacedDirective>>();
    for (const placed of snapshot.model.directives) {
      const { directive, block, line } = placed;
      if (directive?.repeats !== 'append' || /^(Port|ListenAddress)$/.test(directive.slot)) continue;
      if (!isTaken(placed, snapshot)) continue;
      const seen = scopes.get(block) ?? new Map<string, PlacedDirective>();
      scopes.set(block, seen);
      let found = 0;
      for (const [index, word] of line.words.entries()) {
        const key = `${directive.slot} ${word.value}`;
        const earlier = seen.get(key);
        if (earlier === undefined) seen.set(key, placed);
        else if (found++ < MOST) yield report(snapshot, placed, index, earlier);
      }
    }
  },
});

function report(snapshot: Snapshot, placed: PlacedDirective, index: number, earlier: PlacedDirective): Report {
  const word = placed.line.words[index] as Word;
  const where = earlier === placed ? 'this line' : `line ${lineNumber(snapshot, earlier.lineIndex)}`;
  return {
    range: rangeInFile(snapshot.tree, placed.lineIndex, word),
    message: `\`${word.value}\` is in the list already, on ${where}; once is enough.`,
    tags: ['unnecessary'],
    ...(earlier === placed
      ? {}
      : { related: [{ range: directiveRange(snapshot, earlier), message: 'The first one' }] }),
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
