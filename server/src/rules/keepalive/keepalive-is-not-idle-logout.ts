// Values and comments of guides that take the keepalive for a logout of idle users. A healthy client answers by itself.
import { durationInWords } from '../../base/duration';
import type { PlacedDirective } from '../../model/file-model';
import type { KeepaliveTimeline } from '../../model/keepalive';
import type { Snapshot } from '../../model/snapshot';
import { defineRule, NO_CONTEXT } from '../rule';
import { lineToBlame, MANUAL, oncePerLine } from './scopes';

/** Pairs that guides give for the logout of idle users: interval, count. */
const OF_GUIDES: readonly (readonly [interval: number, countMax: number])[] = [
  [300, 0],
  [600, 0],
  [600, 1],
  [900, 0],
  [900, 1],
];

export const keepaliveIsNotIdleLogout = defineRule({
  id: 'keepalive-is-not-idle-logout',
  category: 'keepalive',
  severity: 'information',
  since: '0.2.0',
  summary: 'ClientAlive lines log nobody out for being idle: a healthy client answers every probe by itself.',
  references: [MANUAL, 'https://man.openbsd.org/sshd_config#ChannelTimeout'],
  // Comments beside the lines count as well.
  check: (snapshot) =>
    oncePerLine(snapshot, NO_CONTEXT, (scope) => {
      const at = lineToBlame(scope, 'ClientAliveInterval');
      const { kind, interval } = scope.timeline;
      // Before 8.2 a count of 0 does cut off whoever is silent.
      if (at === undefined || kind === 'off' || kind === 'kicks-live-clients') return undefined;
      if (!isOfGuides(scope.timeline) && !speaksOfLogout(snapshot, at)) return undefined;
      const channels = snapshot.catalog.directive('ChannelTimeout')?.status === 'supported';
      const instead = channels
        ? '`ChannelTimeout session:*=15m` with `UnusedConnectionTimeout`'
        : '`TMOUT` in the profile of the shell';
      const message = `These lines find clients that are gone; a user who is away for longer than ${durationInWords(interval)} stays logged in, for the client answers by itself. To end idle sessions use ${instead}.`;
      return { at, report: { message } };
    }),
});

function isOfGuides({ interval, countMax }: KeepaliveTimeline): boolean {
  return OF_GUIDES.some(([theirs, count]) => theirs === interval && count === countMax);
}

// A comment on the line or just above it.
function speaksOfLogout({ tree }: Snapshot, { lineIndex, line }: PlacedDirective): boolean {
  const above = tree.lines[lineIndex - 1];
  const comments = [line.text.slice(line.words.at(-1)?.end ?? 0), above?.kind === 'comment' ? above.text : ''];
  return comments.some((text) => /^[^#]*#.*\b(idle|inactiv\w*|auto.?log.?out|log.?out)\b/i.test(text));
}
