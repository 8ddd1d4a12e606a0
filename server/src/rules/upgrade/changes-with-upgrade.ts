// What the releases in between changed about a keyword that is used here.
import { changesBetween } from '../../catalog/changes';
import { rangeInFile } from '../../syntax/tree';
import { defineRule } from '../rule';

export const changesWithUpgrade = defineRule({
  id: 'changes-with-upgrade',
  category: 'upgrade',
  severity: 'hint',
  since: '0.2.0',
  summary: 'What the releases in between changed about a keyword that is used here.',
  references: ['docs/versions.md'],
  *check(snapshot) {
    const { upgradeTo } = snapshot.settings.rules;
    if (upgradeTo === undefined) return;
    const seen = new Set<string>();
    for (const { directive, line, lineIndex } of snapshot.model.directives) {
      if (directive === undefined || seen.has(directive.keyword)) continue;
      seen.add(directive.keyword);
      const news = changesBetween(directive.entry, snapshot.catalog.target.release, upgradeTo.release);
      if (news.length === 0) continue;
      yield {
        range: rangeInFile(snapshot.tree, lineIndex, line.keyword),
        message: news.map(([release, what]) => `OpenSSH ${release}: ${what}`).join(' '),
      };
    }
  },
});
