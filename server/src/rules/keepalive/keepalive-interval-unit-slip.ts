// An interval of an hour or more: most often a slip of units, milliseconds for seconds or minutes written twice.
import { durationInWords } from '../../base/duration';
import { adviceFor } from '../../model/keepalive-advice';
import { defineRule } from '../rule';
import { MANUAL, oncePerLine, setValue, withFixes } from './scopes';

const HOUR = 3600;

export const keepaliveIntervalUnitSlip = defineRule({
  id: 'keepalive-interval-unit-slip',
  category: 'keepalive',
  severity: 'information',
  since: '0.2.0',
  summary: 'An interval of an hour or more: ClientAliveInterval counts seconds, not milliseconds.',
  references: [MANUAL],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const at = scope.interval.by;
      const { interval } = scope.timeline;
      if (at === undefined || interval < HOUR) return undefined;
      const wished = likelyMeant(interval) ?? adviceFor(snapshot).interval;
      const message = `This is ${durationInWords(interval)}: ClientAliveInterval counts seconds. Nearly every NAT has forgotten the session by then. Write \`${wished}\`.`;
      return { at, report: { message, ...withFixes(setValue(snapshot, scope, 'ClientAliveInterval', wished)) } };
    }),
});

// 60000 milliseconds, or 300m for 300 seconds.
function likelyMeant(seconds: number): number | undefined {
  if (seconds % 1000 === 0 && seconds <= 600_000) return seconds / 1000;
  return seconds % 60 === 0 && seconds <= 36_000 && seconds / 60 >= 60 ? seconds / 60 : undefined;
}
