// A file name that is not absolute: sshd joins it to the folder it happens to run in.
import { isAccepted, takesOwnFile } from '../accepted-lines';
import { defineRule, ofKind } from '../rule';

export const relativeFileName = defineRule({
  id: 'relative-file-name',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A file name that is not absolute, which sshd looks up in the folder it was started from.',
  references: ['https://man.openbsd.org/sshd_config#HostKey', 'servconf.c: derelativise_path()'],
  lines: ofKind('path', 'path-list'),
  *checkLine(placed, snapshot) {
    const { directive, line } = placed;
    if (directive === undefined || !takesOwnFile(placed) || snapshot.catalog.target.vendor === 'windows') return;
    const fixed = (directive.argument.choices?.(snapshot.catalog.target) ?? []).map((choice) => choice.label);
    for (const word of line.words) {
      const { value } = word;
      if (/^[/~%$]/.test(value) || value === '' || value.toLowerCase() === 'none' || fixed.includes(value)) continue;
      if (!isAccepted(placed, snapshot)) return;
      yield {
        range: word,
        message: `\`${value}\` is looked up in the folder sshd was started from, not beside the configuration: what it means depends on who starts sshd. ${advice(value)}`,
      };
    }
  },
});

function advice(value: string): string {
  if (/^(no|off|false|0)$/i.test(value)) return 'For no file write `none`.';
  return `Write the absolute path, such as \`/etc/ssh/${value.replace(/^(\.\/)+/, '')}\`.`;
}
