// The sshd one is about to move to no longer obeys this line.
import { catalogAt } from '../../catalog/catalog';
import { rangeInFile } from '../../syntax/tree';
import { defineRule } from '../rule';

export const droppedAfterUpgrade = defineRule({
  id: 'dropped-after-upgrade',
  category: 'upgrade',
  severity: 'information',
  since: '0.2.0',
  summary: 'The sshd one is about to move to no longer obeys this line.',
  references: ['servconf.c of both releases: keywords[]'],
  *check(snapshot) {
    const { upgradeTo } = snapshot.settings.rules;
    if (upgradeTo === undefined) return;
    const next = catalogAt(upgradeTo);
    for (const { directive, line, lineIndex } of snapshot.model.directives) {
      const status = next.directive(line.keyword.value)?.status;
      if (directive?.status !== 'supported' || status === undefined || status === 'supported') continue;
      yield {
        range: rangeInFile(snapshot.tree, lineIndex, line.keyword),
        message: `${upgradeTo.label} still knows \`${directive.keyword}\` and no longer obeys it. What the line says today ends with the upgrade.`,
      };
    }
  },
});
