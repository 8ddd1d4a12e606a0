// Takes away what suppression comments silence, and keeps account of what each was good for. Refusals of sshd stay.
import type { Snapshot } from '../model/snapshot';
import { lineIndexAt } from '../syntax/tree';
import { type ActiveRule, isRefusal } from './active-rules';
import type { Finding, SuppressionOutcome } from './rule';
import { type Suppression, suppressionsIn } from './suppressions';

/** The findings that are left, and the account for the rules about suppressions. */
export interface AfterSuppression {
  readonly found: Finding[];
  readonly outcome: SuppressionOutcome;
}

/** Sorts out what is suppressed. */
export function afterSuppression(
  snapshot: Snapshot,
  active: readonly ActiveRule[],
  all: readonly Finding[],
  known: (id: string) => boolean,
): AfterSuppression {
  const suppressions = suppressionsIn(snapshot);
  const used = new Map<Suppression, Set<string>>();
  const refused = new Map<Suppression, Set<string>>();
  const refusals = new Set(active.filter(({ rule }) => isRefusal(rule)).map(({ rule }) => rule.id));
  const stays = ({ rule, severity }: Finding) => severity === 'error' && refusals.has(rule);
  const found = all.filter((finding) => {
    const covering = coveringOf(finding, snapshot, suppressions);
    const account = stays(finding) ? refused : used;
    for (const one of covering) account.set(one, (account.get(one) ?? new Set()).add(finding.rule));
    return covering.length === 0 || stays(finding);
  });
  return {
    found,
    outcome: {
      suppressions,
      known,
      ran: new Set(active.map(({ rule }) => rule.id)),
      used: (suppression, id) => used.get(suppression)?.has(id) ?? false,
      refused: (suppression, id) => refused.get(suppression)?.has(id) ?? false,
    },
  };
}

function coveringOf(
  { rule, range }: Finding,
  { tree }: Snapshot,
  suppressions: readonly Suppression[],
): readonly Suppression[] {
  if (suppressions.length === 0) return suppressions;
  const line = Math.max(0, lineIndexAt(tree, range.start));
  return suppressions.filter(
    ({ firstLine, lastLine, ids }) => line >= firstLine && line <= lastLine && ids.some(({ id }) => id === rule),
  );
}
