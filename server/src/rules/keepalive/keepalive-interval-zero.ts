// An explicit 0 that takes a keepalive away: from the connections of a Match block, or from a later line that would have set one.

import { secondsOf } from '../../model/effective-keepalive';
import type { PlacedDirective } from '../../model/file-model';
import type { Snapshot } from '../../model/snapshot';
import { defineRule, type Report } from '../rule';
import { globalScope, type JudgedKeepalive, MANUAL, oncePerLine, related, removeLine, withFixes } from './scopes';

export const keepaliveIntervalZero = defineRule({
  id: 'keepalive-interval-zero',
  category: 'keepalive',
  severity: 'information',
  since: '0.1.0',
  summary: 'An explicit ClientAliveInterval 0 switches off the keepalive that another line sets.',
  references: [MANUAL],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const at = scope.interval.by;
      if (at === undefined || scope.timeline.kind !== 'off') return undefined;
      const report = scope.block === undefined ? beatsLaterLine(snapshot, at) : switchesOff(snapshot, scope, at);
      return report === undefined ? undefined : { at, report };
    }),
});

function switchesOff(
  snapshot: Snapshot,
  scope: JudgedKeepalive,
  at: PlacedDirective,
): Omit<Report, 'range'> | undefined {
  const everyone = globalScope(snapshot);
  if (everyone === undefined || everyone.timeline.kind === 'off' || at.block !== scope.block) return undefined;
  return {
    message:
      'This Match block switches keepalive probes off for its connections, although everyone else gets them. Remove the line if that is not meant.',
    related: related(snapshot, 'The interval that everyone else gets.', everyone.interval.by),
    ...withFixes({ ...removeLine(snapshot, at), safety: 'unsafe' }),
  };
}

function beatsLaterLine(snapshot: Snapshot, at: PlacedDirective): Omit<Report, 'range'> | undefined {
  const later = beatenInterval(snapshot, at);
  if (later === undefined) return undefined;
  return {
    severity: 'warning',
    message: `sshd takes the first value it reads: this 0 keeps probes off, and the ClientAliveInterval of line ${later.lineIndex + 1} has no effect. Remove this line.`,
    related: related(snapshot, 'This line has no effect.', later),
    ...withFixes({ ...removeLine(snapshot, at), safety: 'unsafe', preferred: true }),
  };
}

/** The next line of the same section, if it sets an interval that the 0 of `at` keeps from taking effect. */
export function beatenInterval({ catalog, model }: Snapshot, at: PlacedDirective): PlacedDirective | undefined {
  const setters = model.settersOf('ClientAliveInterval');
  const later = setters.find((one) => one.block === at.block && one.lineIndex > at.lineIndex);
  const seconds = secondsOf(later?.line.words[0]?.value ?? '', catalog.target.release) ?? 0;
  return seconds === 0 ? undefined : later;
}
