// The first probe comes after the NAT that the user has named has forgotten the session. Silent while none is named.
import { durationInWords } from '../../base/duration';
import { natRelation } from '../../model/keepalive';
import { defineRule } from '../rule';
import { lowerInterval } from './lower-interval';
import { lineToBlame, MANUAL, oncePerLine } from './scopes';

export const keepaliveIntervalExceedsNat = defineRule({
  id: 'keepalive-interval-exceeds-nat',
  category: 'keepalive',
  severity: 'warning',
  since: '0.1.0',
  summary: 'The first probe comes too late: by then the NAT on the path has forgotten the idle session.',
  references: [MANUAL, 'https://www.rfc-editor.org/rfc/rfc5382'],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const { natTimeout } = snapshot.settings.keepalive;
      const at = lineToBlame(scope, 'ClientAliveInterval');
      const gap = scope.timeline.probeGap ?? scope.timeline.interval;
      if (at === undefined || natTimeout === undefined || scope.timeline.kind === 'off') return undefined;
      if (natRelation(scope.timeline, natTimeout).kind !== 'expires') return undefined;
      const { wished, fixes } = lowerInterval(snapshot, scope);
      const message = `sshd waits ${durationInWords(gap)} before its first probe, but the NAT you named forgets an idle session after ${durationInWords(natTimeout)}: it hangs or is reset. Write \`ClientAliveInterval ${wished}\`.`;
      return { at, report: { message, ...fixes } };
    }),
});
