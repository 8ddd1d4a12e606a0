// A default that holds here is another after the upgrade.
import { catalogAt } from '../../catalog/catalog';
import type { Keyword } from '../../catalog/directives';
import { commentedLine } from '../commented-line';
import { newGlobalLine } from '../new-lines';
import { defineRule } from '../rule';
import { isWhole, startOf } from '../setting-rule';

export const defaultChangesWithUpgrade = defineRule({
  id: 'default-changes-with-upgrade',
  category: 'upgrade',
  severity: 'information',
  since: '0.2.0',
  summary: 'A default that holds here is another after the upgrade.',
  references: ['servconf.c: fill_default_server_options()'],
  *check(snapshot) {
    const { upgradeTo } = snapshot.settings.rules;
    if (upgradeTo === undefined || !isWhole(snapshot)) return;
    const next = catalogAt(upgradeTo);
    for (const { keyword, slot, status, default: today } of snapshot.catalog.directives) {
      const later = next.directive(keyword);
      if (status !== 'supported' || later?.status !== 'supported' || keyword !== slot) continue;
      if (today === undefined || later.default === undefined || meaning(today) === meaning(later.default)) continue;
      if (FINER.includes(keyword) || snapshot.configuration.settersOf(keyword).length > 0) continue;
      yield {
        range: commentedLine(snapshot, keyword)?.range ?? startOf(snapshot),
        message: `${keyword} is not set: today its default is \`${today}\`, with ${upgradeTo.label} it is \`${later.default}\`. To keep it as it is, write \`${keyword} ${today}\`.`,
        fixes: newGlobalLine(snapshot, keyword, today, `Write \`${keyword} ${today}\``),
      };
    }
    if (
      snapshot.catalog.directive('PerSourcePenalties') === undefined &&
      next.directive('PerSourcePenalties') !== undefined
    )
      yield {
        range: startOf(snapshot),
        message: `${upgradeTo.label} slows down and blocks addresses that fail to log in (PerSourcePenalties). Where many come from one address, plan a PerSourcePenaltyExemptList.`,
      };
  },
});

// Items that are added to a list of penalties, and names of the same thing, are no change.
const FINER: readonly Keyword[] = ['PerSourcePenalties'];

function meaning(value: string): string {
  return value.replace('without-password', 'prohibit-password').replace('delayed', 'yes');
}
