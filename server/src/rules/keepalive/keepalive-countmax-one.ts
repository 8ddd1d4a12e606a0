// A count of 1: one lost answer ends the session. Asked for by some guides, so it is a hint. Of 7.6 to 7.9, where it ends healthy sessions, keepalive-count-halved speaks.
import { durationInWords } from '../../base/duration';
import { adviceFor } from '../../model/keepalive-advice';
import { defineRule } from '../rule';
import { MANUAL, oncePerLine, setValue, withFixes } from './scopes';

export const keepaliveCountmaxOne = defineRule({
  id: 'keepalive-countmax-one',
  category: 'keepalive',
  severity: 'hint',
  since: '0.2.0',
  summary: 'With ClientAliveCountMax 1 a single probe without an answer ends the session.',
  references: [MANUAL],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const at = scope.countMax.by;
      const { countMax, kind, probeGap = 0 } = scope.timeline;
      if (at === undefined || countMax !== 1 || (kind !== 'normal' && kind !== 'doubled')) return undefined;
      const wished = Math.max(2, adviceFor(snapshot).countMax);
      const message = `One probe without an answer within ${durationInWords(probeGap)} ends the session: one bad moment of the network is enough. Write \`${wished}\` unless a guide you must follow asks for 1.`;
      return { at, report: { message, ...withFixes(setValue(snapshot, scope, 'ClientAliveCountMax', wished)) } };
    }),
});
