// The lines of a Match block are not indented.
import { rangeInFile } from '../../syntax/tree';
import { defineRule } from '../rule';

export const matchBodyNotIndented = defineRule({
  id: 'match-body-not-indented',
  category: 'style',
  severity: 'hint',
  since: '0.2.0',
  summary: 'The lines of a Match block are not indented.',
  references: ['sshd_config(5), Match'],
  demands: {},
  *check({ model, tree }) {
    for (const { directives, header } of model.blocks) {
      const flat = directives.filter(({ line }) => line.keyword.start === header.line.keyword.start);
      const [first] = flat;
      if (first === undefined) continue;
      const edits = flat.map(({ lineIndex }) => {
        const start = tree.starts[lineIndex] ?? 0;
        return { start, end: start, newText: '    ' };
      });
      yield {
        range: rangeInFile(tree, first.lineIndex, first.line.keyword),
        message: 'Indented lines show what belongs to the block; sshd does not mind either way.',
        fixes: [{ title: 'Indent the block', safety: 'safe', preferred: true, edits }],
      };
    }
  },
});
