// An old name of a directive: it works, and hides what it sets.
import { shortName } from '../../catalog/versions';
import { isMisplaced } from '../../model/line-problems';
import { defineRule } from '../rule';

export const aliasDirective = defineRule({
  id: 'alias-directive',
  category: 'deprecation',
  severity: 'information',
  since: '0.1.0',
  summary: 'An old name of a directive.',
  references: ['servconf.c: keywords[]'],
  lines: ({ slot, keyword }) => slot !== keyword,
  *checkLine(placed) {
    const { directive, line } = placed;
    if (directive === undefined || directive.entry.newerName || directive.status !== 'supported' || isMisplaced(placed))
      return;
    const since = directive.entry.aliasOf?.find(([, target]) => target === directive.slot)?.[0];
    const when = since === undefined || since === '6.6p1' ? '' : ` since OpenSSH ${shortName(since)}`;
    yield {
      range: line.keyword,
      tags: ['deprecated'],
      message: `\`${directive.keyword}\` is the old name of \`${directive.slot}\`${when}; both set the same value. Write \`${directive.slot}\`.`,
      fixes: [
        {
          title: `Change to \`${directive.slot}\``,
          safety: 'safe',
          preferred: true,
          edits: [{ start: line.keyword.start, end: line.keyword.end, newText: directive.slot }],
        },
      ],
    };
  },
});
