// No keepalive at all: neither interval nor count is set, or the interval is 0. A count alone is keepalive-countmax-without-interval.

import { durationInWords } from '../../base/duration';
import { adviceFor } from '../../model/keepalive-advice';
import { adviceInCode } from '../../model/keepalive-advice-words';
import type { Snapshot } from '../../model/snapshot';
import { defineRule, type Report } from '../rule';
import { beatenInterval } from './keepalive-interval-zero';
import { recommendedFixes } from './recommended-lines';
import {
  countIsUsed,
  directiveRange,
  globalScope,
  type JudgedKeepalive,
  KEEPALIVE_KEYWORDS,
  MANUAL,
  unlessIncluded,
  withFixes,
} from './scopes';

export const keepaliveDisabled = defineRule({
  id: 'keepalive-disabled',
  category: 'keepalive',
  severity: 'hint',
  since: '0.1.0',
  summary: 'Nothing tells sshd to probe idle clients, so idle sessions freeze behind a NAT and dead clients stay.',
  references: [MANUAL],
  *check(snapshot, { reads }) {
    reads(...KEEPALIVE_KEYWORDS);
    const scope = globalScope(snapshot);
    if (scope === undefined || scope.timeline.kind !== 'off' || isDropIn(snapshot) || saidElsewhere(snapshot, scope))
      return;
    yield report(snapshot, scope);
  },
});

// A drop-in need not set everything: the file that includes it is the place to ask.
function isDropIn({ uri, reading, configuration }: Snapshot): boolean {
  return reading !== configuration.main || /\.d\/[^/]+$/.test(uri);
}

// A 0 that beats a later line, and a count without interval, have findings of their own.
function saidElsewhere(snapshot: Snapshot, { interval, countMax }: JudgedKeepalive): boolean {
  if (interval.by !== undefined && beatenInterval(snapshot, interval.by) !== undefined) return true;
  return countMax.by !== undefined && !countIsUsed(snapshot, countMax.by);
}

function report(snapshot: Snapshot, { interval }: JudgedKeepalive): Report {
  const { natTimeout } = snapshot.settings.keepalive;
  const anchor = interval.by ?? snapshot.model.directives[0];
  const cause =
    interval.line === undefined
      ? `ClientAliveInterval is not set${unlessIncluded(snapshot)}`
      : 'ClientAliveInterval is 0';
  const effect =
    natTimeout === undefined
      ? 'a NAT or firewall on the way may forget an idle session'
      : `the NAT you named forgets an idle session after ${durationInWords(natTimeout)}`;
  return {
    range: anchor === undefined ? { start: 0, end: 0 } : directiveRange(snapshot, anchor),
    message: `${cause}: sshd sends no probes, ${effect}, and dead clients stay. Write ${adviceInCode(adviceFor(snapshot))} in the global section.`,
    ...(natTimeout === undefined ? {} : { severity: 'warning' as const }),
    ...withFixes(...recommendedFixes(snapshot)),
  };
}
