// No kind of connection has a way in: the next restart locks everybody out.
import type { ShutOut } from '../../model/access/access';
import { doubtfulAccess, reasons, reportAtLast } from '../lock-out';
import { defineRule } from '../rule';

export const nobodyCanLogIn = defineRule({
  id: 'nobody-can-log-in',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'Nobody can log in any more, neither root nor anybody else.',
  references: [
    'auth.c: allowed_user(), auth_root_allowed()',
    'auth2.c: auth2_setup_methods_lists()',
    'sshd_config(5), AuthenticationMethods',
  ],
  *check(snapshot, context) {
    const outcomes = doubtfulAccess(snapshot, context)?.verdicts.map(({ outcome }) => outcome) ?? [];
    const shutOut = outcomes.filter((outcome) => outcome.kind === 'shut-out');
    if (outcomes.length === 0 || shutOut.length < outcomes.length) return;
    const causes = new Set(shutOut.map(({ because }) => because));
    // Login lists alone, and RefuseConnection for everyone, have rules of their own.
    if (!causes.has('no-method') && !causes.has('root')) return;
    if (shutOut.every(isSwitchedOff)) return;
    yield* reportAtLast(
      snapshot,
      shutOut.flatMap(({ by }) => by),
      `Nobody can log in with these settings (${reasons(snapshot)}). Keep a session open, and leave one way in before sshd is restarted.`,
    );
  },
});

// That every method is off is what no-way-in says.
function isSwitchedOff({ because, ways }: ShutOut): boolean {
  return because === 'no-method' && ways?.prescribed === false && ways.obstacles.every(({ why }) => why === 'off');
}
