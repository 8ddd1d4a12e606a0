// AllowUsers, DenyUsers, AllowGroups and DenyGroups that together let nobody pass.
import { doubtfulAccess, reasons, reportAtLast } from '../lock-out';
import { defineRule } from '../rule';

export const loginListsShutOutEverybody = defineRule({
  id: 'login-lists-shut-out-everybody',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'Login lists that together let nobody pass.',
  references: ['auth.c: allowed_user()', 'match.c: match_user()', 'sshd_config(5), AllowUsers'],
  *check(snapshot, context) {
    const outcomes = doubtfulAccess(snapshot, context)?.verdicts.map(({ outcome }) => outcome) ?? [];
    const byLists = outcomes
      .filter((outcome) => outcome.kind === 'shut-out')
      .filter(({ because }) => LISTS.has(because));
    if (outcomes.length === 0 || byLists.length < outcomes.length) return;
    yield* reportAtLast(
      snapshot,
      byLists.flatMap(({ by }) => by),
      `The login lists let nobody pass (${reasons(snapshot)}), so nobody can log in. Keep a session open until somebody fits.`,
    );
  },
});

const LISTS: ReadonlySet<string> = new Set(['AllowUsers', 'DenyUsers', 'AllowGroups', 'DenyGroups']);
