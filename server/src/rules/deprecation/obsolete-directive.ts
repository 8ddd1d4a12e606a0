// A keyword that the target's sshd still knows and no longer obeys: deprecated, unsupported by the build, or skipped in silence.
import type { KnownDirective } from '../../catalog/catalog';
import { shortName } from '../../catalog/versions';
import { isMisplaced } from '../../model/line-problems';
import { lineRemoval } from '../line-removal';
import { defineRule } from '../rule';

export const obsoleteDirective = defineRule({
  id: 'obsolete-directive',
  category: 'deprecation',
  severity: 'warning',
  since: '0.1.0',
  summary: "A keyword that the target's sshd knows but no longer obeys.",
  references: ['servconf.c: keywords[], sDeprecated, sUnsupported, sIgnore'],
  lines: ({ status }) => status !== 'supported',
  *checkLine(placed) {
    const { directive, line } = placed;
    if (directive === undefined || isMisplaced(placed)) return;
    yield {
      range: line.keyword,
      severity: directive.status === 'ignored' ? 'information' : 'warning',
      tags: ['deprecated', 'unnecessary'],
      message: messageFor(directive),
      fixes: [{ ...lineRemoval(line, `Remove the \`${directive.keyword}\` line`, 'safe'), preferred: true }],
    };
  },
});

function messageFor({ keyword, status, entry }: KnownDirective): string {
  const since = entry.status.find(([, value]) => value === status)?.[0];
  const when = since === undefined || since === '6.6p1' ? '' : ` since OpenSSH ${shortName(since)}`;
  switch (status) {
    case 'deprecated':
      return `\`${keyword}\` does nothing${when}: sshd prints "Deprecated option" and goes on. Remove the line.`;
    case 'unsupported':
      return `This build of sshd lacks what \`${keyword}\` is about: it prints "Unsupported option" and goes on. Remove the line.`;
    case 'ignored':
    case 'supported':
      return `\`${keyword}\` does nothing${when}: sshd skips it without a word. Remove the line.`;
  }
}
