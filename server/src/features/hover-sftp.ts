// Hover on the options of the sftp server, on a Subsystem or ForceCommand line that starts it.
import type { MarkupContent } from 'vscode-languageserver-types';
import { isSftpServer, sftpOption } from '../catalog/sftp-server';
import type { PlacedDirective } from '../model/file-model';
import { sftpCommandAt } from './completion-sftp';
import { sentence } from './hover-directive';
import { card, code } from './markdown';

/** The card of an option; undefined: the word is none. */
export function sftpCard({ directive, line: { words } }: PlacedDirective, word: string): MarkupContent | undefined {
  const at = directive === undefined ? undefined : sftpCommandAt(directive.slot);
  const command = at === undefined ? undefined : words[at];
  const option = sftpOption(word);
  if (option === undefined || command === undefined || !isSftpServer(command.value)) return undefined;
  const text = option.text.charAt(0).toUpperCase() + option.text.slice(1);
  return card({
    head: `**sftp server** ${code(option.value === undefined ? option.flag : `${option.flag} ${option.value}`)}`,
    lead: sentence(text),
    foot: '[sftp-server(8)](https://man.openbsd.org/sftp-server)',
  });
}
