// A quoted Match list with blanks around its commas: the blank belongs to the pattern.
import { matchLists } from '../../model/match-lists';
import { rangeInFile } from '../../syntax/tree';
import { defineRule } from '../rule';

export const matchBlankInList = defineRule({
  id: 'match-blank-in-list',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A quoted Match list with blanks around its commas, which become part of the patterns.',
  references: ['match.c: match_pattern_list()', 'servconf.c: match_cfg_line()'],
  *check(snapshot, { reads }) {
    reads('Match');
    for (const { block, name, elements } of matchLists(snapshot)) {
      for (const { pattern, negated, range } of elements) {
        const trimmed = pattern.trim();
        if (trimmed === pattern || trimmed === '') continue;
        const place = rangeInFile(snapshot.tree, block.header.lineIndex, range);
        const plain = range.end - range.start === pattern.length + (negated ? 1 : 0);
        yield {
          range: place,
          message: `The blank belongs to the pattern: ${name} is compared with \`${pattern}\`, not with \`${trimmed}\`. Write the list without blanks around the commas.`,
          fixes: plain
            ? [
                {
                  title: 'Remove the blank',
                  safety: 'unsafe',
                  preferred: true,
                  edits: [{ ...place, newText: negated ? `!${trimmed}` : trimmed }],
                },
              ]
            : [],
        };
      }
    }
  },
});
