// none in a Match block, where there is nothing to clear.
import { rangeInFile } from '../../syntax/tree';
import { defineRule } from '../rule';

export const noneClearsNothing = defineRule({
  id: 'none-clears-nothing',
  category: 'style',
  severity: 'hint',
  since: '0.2.0',
  summary: 'none in a Match block, where there is nothing to clear.',
  references: ['sshd_config(5), ForceCommand'],
  *check(snapshot, { reads }) {
    reads(...CLEARED);
    for (const { block, directive, ...placed } of snapshot.model.directives) {
      if (block === undefined || directive === undefined || !CLEARED.some((one) => one === directive.slot)) continue;
      if (placed.line.words.length !== 1 || placed.line.words[0]?.value !== 'none') continue;
      const setters = snapshot.configuration.settersOf(directive.slot);
      if (setters.some(({ placed: one }) => one.block !== block && one.line.words[0]?.value !== 'none')) continue;
      yield {
        range: rangeInFile(snapshot.tree, placed.lineIndex, placed.line.keyword),
        tags: ['unnecessary'],
        message: `Nothing sets ${directive.keyword} elsewhere, so there is nothing that \`none\` could take away.`,
      };
    }
  },
});

const CLEARED = ['ForceCommand', 'ChrootDirectory', 'Banner', 'TrustedUserCAKeys', 'AuthorizedPrincipalsFile'] as const;
