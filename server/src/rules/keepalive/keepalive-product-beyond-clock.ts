// Interval times count beyond what the clock of sshd holds: it also bounds how long sshd waits for a client that takes no data.
import { durationInWords } from '../../base/duration';
import { defineRule } from '../rule';
import { lineToBlame, MANUAL, oncePerLine } from './scopes';

/** Seconds that fit a C int of milliseconds. */
const CLOCK = 2_147_483;

export const keepaliveProductBeyondClock = defineRule({
  id: 'keepalive-product-beyond-clock',
  category: 'keepalive',
  severity: 'information',
  since: '0.2.0',
  summary: 'Interval times count does not fit the millisecond clock of sshd, so the values do not mean what they say.',
  references: [MANUAL],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const at = lineToBlame(scope, 'ClientAliveCountMax');
      const { interval, countMax } = scope.timeline;
      const product = interval * countMax;
      if (at === undefined || product <= CLOCK) return undefined;
      const message = `Interval times count is ${durationInWords(product)}. sshd counts milliseconds in 31 bits: where it waits for a client that takes no data, it waits ${durationInWords(CLOCK)} at most. Write values that you mean.`;
      return { at, report: { message } };
    }),
});
