// A count with no interval to go with it: sshd never sends the probes it would count.

import type { PlacedDirective } from '../../model/file-model';
import { adviceFor } from '../../model/keepalive-advice';
import type { Snapshot } from '../../model/snapshot';
import { defineRule } from '../rule';
import { recommendedFixes } from './recommended-lines';
import {
  countIsUsed,
  type JudgedKeepalive,
  MANUAL,
  oncePerLine,
  related,
  removeLine,
  setValue,
  withFixes,
} from './scopes';

export const keepaliveCountmaxWithoutInterval = defineRule({
  id: 'keepalive-countmax-without-interval',
  category: 'keepalive',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'ClientAliveCountMax is set but ClientAliveInterval is 0, so no probe is ever sent and the count does nothing.',
  references: [MANUAL],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const at = scope.countMax.by;
      if (at === undefined || scope.timeline.kind !== 'off' || usedElsewhere(snapshot, scope, at)) return undefined;
      const message =
        'ClientAliveCountMax does nothing here: ClientAliveInterval is 0, so sshd sends no probes to count. Add `ClientAliveInterval` with a time, or remove this line.';
      const { interval } = adviceFor(snapshot);
      const add =
        scope.block === undefined
          ? recommendedFixes(snapshot)
          : [setValue(snapshot, scope, 'ClientAliveInterval', interval)];
      return {
        at,
        report: {
          message,
          related: related(snapshot, 'This line keeps the interval at 0.', scope.interval.by),
          ...withFixes(...add.slice(0, 1), removeLine(snapshot, at), ...add.slice(1)),
        },
      };
    }),
});

// A global count serves every Match block that brings an interval; a block's count serves only itself.
function usedElsewhere(snapshot: Snapshot, { block }: JudgedKeepalive, at: PlacedDirective): boolean {
  if (block !== undefined) return at.block !== block;
  return countIsUsed(snapshot, at);
}
