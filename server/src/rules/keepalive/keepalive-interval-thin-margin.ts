// The probe comes in time, but after more than half of the timeout of the NAT that the user has named. Silent while none is named.
import { durationInWords } from '../../base/duration';
import { natRelation } from '../../model/keepalive';
import { defineRule } from '../rule';
import { lowerInterval } from './lower-interval';
import { lineToBlame, MANUAL, oncePerLine } from './scopes';

export const keepaliveIntervalThinMargin = defineRule({
  id: 'keepalive-interval-thin-margin',
  category: 'keepalive',
  severity: 'information',
  since: '0.1.0',
  summary: 'Only one probe falls within the idle timeout of the NAT on the path; one that is late loses the session.',
  references: [MANUAL],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const { natTimeout } = snapshot.settings.keepalive;
      const at = lineToBlame(scope, 'ClientAliveInterval');
      const { probeGap } = scope.timeline;
      if (at === undefined || natTimeout === undefined || probeGap === undefined) return undefined;
      if (natRelation(scope.timeline, natTimeout).kind !== 'thin-margin') return undefined;
      const { wished, fixes } = lowerInterval(snapshot, scope);
      const message = `A probe every ${durationInWords(probeGap)} leaves a thin margin before the NAT you named forgets the session after ${durationInWords(natTimeout)}: a single late probe loses it. Write \`ClientAliveInterval ${wished}\`.`;
      return { at, report: { message, ...fixes } };
    }),
});
