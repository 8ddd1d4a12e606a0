// A file named by an Include that is not there; sshd says nothing of it. Patterns that find nothing today are nobody's mistake.
import { configFolder } from '../../model/include-path';
import { rangeInFile } from '../../syntax/tree';
import { defineRule } from '../rule';

export const includeFindsNothing = defineRule({
  id: 'include-finds-nothing',
  category: 'correctness',
  severity: 'hint',
  since: '0.2.0',
  summary: 'An Include of one file that does not exist.',
  references: ['servconf.c: sInclude', 'sshd_config(5), Include'],
  *check({ configuration, reading, tree, catalog }) {
    // Of a copied tree often only this folder is there.
    const folder = `${configFolder(catalog.target)}/`;
    for (const { reading: where, placed, word, path, files } of configuration.includes) {
      // What can never match has a rule of its own.
      if (where !== reading || files?.length !== 0 || !path.startsWith(folder)) continue;
      if (/[*?[{]/.test(word.value)) continue;
      yield {
        range: rangeInFile(tree, placed.lineIndex, word),
        message: `There is no file \`${path}\`; sshd reads nothing here and says nothing.`,
      };
    }
  },
});
