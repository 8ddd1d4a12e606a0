// OpenSSH 7.6 to 7.9 count every unanswered probe twice. With a count of 1 that ends healthy sessions.
import { durationInWords } from '../../base/duration';
import type { Snapshot } from '../../model/snapshot';
import { defineRule, type Report } from '../rule';
import { type JudgedKeepalive, lineToBlame, MANUAL, oncePerLine, setValue, withFixes } from './scopes';

export const keepaliveCountHalved = defineRule({
  id: 'keepalive-count-halved',
  category: 'keepalive',
  severity: 'information',
  since: '0.1.0',
  summary: 'OpenSSH 7.6 to 7.9 count every unanswered probe twice, so only half of ClientAliveCountMax is left.',
  references: [MANUAL, 'https://www.openssh.com/txt/release-8.0'],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const at = lineToBlame(scope, 'ClientAliveCountMax');
      const { kind, countMax } = scope.timeline;
      if (at === undefined) return undefined;
      if (kind === 'halved') return { at, report: halved(scope) };
      return kind === 'kicks-live-clients' && countMax === 1 ? { at, report: kicks(snapshot, scope) } : undefined;
    }),
});

// No fix: twice the count would be wrong after the upgrade.
function halved({ timeline }: JudgedKeepalive): Omit<Report, 'range'> {
  const { disconnectAfter = 0 } = timeline;
  return {
    message: `This release counts every unanswered probe twice: sshd cuts a dead client off after ${durationInWords(disconnectAfter)}. OpenSSH 8.0 mends it; until then write twice the count you want.`,
  };
}

function kicks(snapshot: Snapshot, scope: JudgedKeepalive): Omit<Report, 'range'> {
  return {
    severity: 'warning',
    message: `This release counts every probe twice, so with ClientAliveCountMax 1 it cuts off every client that is silent for ${durationInWords(scope.timeline.interval)}, healthy ones too. Write \`2\` or more.`,
    ...withFixes(setValue(snapshot, scope, 'ClientAliveCountMax', 2)),
  };
}
