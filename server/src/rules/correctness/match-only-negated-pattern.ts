// A Match list of which every element is negated: a negated pattern only rules out, so nothing is left to match.
import { matchLists } from '../../model/match-lists';
import { rangeInFile } from '../../syntax/tree';
import { defineRule } from '../rule';

export const matchOnlyNegatedPattern = defineRule({
  id: 'match-only-negated-pattern',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A Match list with nothing but negated patterns, which never matches.',
  references: ['match.c: match_pattern_list()', 'addrmatch.c: addr_match_list()'],
  *check(snapshot, { reads }) {
    reads('Match');
    for (const { block, written, name, elements } of matchLists(snapshot)) {
      const { value } = written;
      const [first] = elements;
      if (value === undefined || first === undefined || !elements.every((one) => one.negated)) continue;
      const { lineIndex } = block.header;
      const at = rangeInFile(snapshot.tree, lineIndex, first.range).start;
      yield {
        range: rangeInFile(snapshot.tree, lineIndex, value),
        message: `This block never applies: a pattern with \`!\` only rules out, and no other pattern lets ${name} match. Write \`*,${value.value}\` for all others.`,
        fixes: [
          {
            title: 'Add `*,` in front: all but these',
            safety: 'unsafe',
            preferred: true,
            edits: [{ start: at, end: at, newText: '*,' }],
          },
        ],
      };
    }
  },
});
