// An Include whose pattern fits backups of drop-ins too.
import { fileName } from '../../base/file-name';
import { rangeInFile } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';
import { isSetAside } from '../set-aside';

export const includeReadsBackup = defineRule({
  id: 'include-reads-backup',
  category: 'operations',
  severity: 'warning',
  since: '0.2.0',
  summary: 'An Include whose pattern fits backups of drop-ins too.',
  references: ['sshd_config(5), Include', 'glob(3)'],
  *check({ configuration, reading, tree }) {
    for (const { reading: owner, placed, word, path, files = [] } of configuration.includes) {
      if (owner !== reading || !/[*?[]/.test(fileName(path))) continue;
      const names = files.flatMap((file) => (file.kind === 'read' ? [fileName(file.reading.file.path)] : []));
      const copies = names.filter(isSetAside);
      if (copies.length === 0) continue;
      const range = rangeInFile(tree, placed.lineIndex, word);
      const listed = copies.slice(0, 3).map((name) => `\`${name}\``);
      const more = copies.length > listed.length ? ` and ${copies.length - listed.length} more` : '';
      const fixes: readonly Fix[] =
        word.value.endsWith('/*') && word.end - word.start === word.value.length
          ? [
              {
                title: `Read \`${word.value}.conf\` only`,
                safety: 'unsafe',
                edits: [{ start: range.end, end: range.end, newText: '.conf' }],
              },
            ]
          : [];
      yield {
        range,
        message: `sshd reads every file that the pattern fits, these as well: ${listed.join(', ')}${more}. What was set aside still counts. Let the pattern end in \`*.conf\`, or move them.`,
        fixes,
      };
    }
  },
});
