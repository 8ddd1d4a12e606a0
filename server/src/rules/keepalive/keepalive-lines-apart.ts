// The two keepalive lines stand far from each other.
import { scopedSetting } from '../../model/effective/scoped-setting';
import { removal, styleBeside, written } from '../line-edits';
import { directiveRange, isHere, lineNumber } from '../places';
import { defineRule } from '../rule';

const FAR = 20;

export const keepaliveLinesApart = defineRule({
  id: 'keepalive-lines-apart',
  category: 'keepalive',
  severity: 'hint',
  since: '0.2.0',
  summary: 'The two keepalive lines stand far from each other.',
  references: ['sshd_config(5), ClientAliveInterval'],
  demands: {},
  *check(snapshot, { reads }) {
    reads('ClientAliveInterval', 'ClientAliveCountMax', 'text');
    const { configuration, tree } = snapshot;
    const [interval] = scopedSetting(configuration, 'ClientAliveInterval').by;
    const [count] = scopedSetting(configuration, 'ClientAliveCountMax').by;
    if (interval === undefined || count === undefined || interval.reading !== count.reading) return;
    if (!isHere(snapshot, count) || Math.abs(interval.placed.lineIndex - count.placed.lineIndex) <= FAR) return;
    const line = lineNumber(interval.reading, interval.placed.lineIndex);
    const value = count.placed.line.words.map(({ value: word }) => word).join(' ');
    const at = (tree.starts[interval.placed.lineIndex] ?? 0) + interval.placed.line.text.length;
    const moved = written(styleBeside(interval.placed, 'ClientAliveCountMax'), 'ClientAliveCountMax', value);
    yield {
      range: directiveRange(snapshot, count.placed),
      message: `ClientAliveInterval stands on line ${line}, far away. Only together do the two say when a dead client is cut off, and who changes one should see the other.`,
      fixes:
        interval.placed.line.text.endsWith('\n') && count.placed.block === interval.placed.block
          ? [
              {
                title: `Move it below line ${line}`,
                safety: 'unsafe',
                preferred: true,
                edits: [
                  {
                    start: at,
                    end: at,
                    newText: `${moved}${interval.placed.line.text.endsWith('\r\n') ? '\r\n' : '\n'}`,
                  },
                  removal(tree, count.placed),
                ],
              },
            ]
          : [],
    };
  },
});
