// A Windows path, for a system that is not Windows.
import { isAccepted } from '../accepted-lines';
import { defineRule } from '../rule';

export const windowsPath = defineRule({
  id: 'windows-path',
  category: 'portability',
  severity: 'warning',
  since: '0.2.0',
  summary: 'A Windows path, for a system that is not Windows.',
  references: ['Win32-OpenSSH: sshd_config_default'],
  lines: ({ argument }) => argument.pathAt !== undefined,
  *checkLine(placed, snapshot) {
    if (snapshot.catalog.target.vendor === 'windows' || !isAccepted(placed, snapshot)) return;
    const wants = placed.directive?.argument.pathAt;
    for (const [index, word] of placed.line.words.entries())
      if (wants?.(index) !== undefined && /^(__PROGRAMDATA__|[A-Za-z]:[\\/])/.test(word.value))
        yield {
          range: word,
          message: `\`${word.value}\` is a path of Windows; this sshd finds nothing there. Write the path of this system.`,
        };
  },
});
