// The options of the sftp server, on a Subsystem or ForceCommand line that starts it.

import { entryOf } from '../catalog/catalog';
import { isSftpServer, SFTP_OPTIONS, sftpOption } from '../catalog/sftp-server';
import type { Offer } from './completion-item';
import type { TypedArgument } from './completion-place';

const COMMAND_AT: Readonly<Record<string, number>> = { ForceCommand: 0, Subsystem: 1 };

/** Where the command stands among the words of such a line; undefined: the keyword has none. */
export function sftpCommandAt(slot: string): number | undefined {
  return COMMAND_AT[slot];
}

/** Whether the word at the cursor is handed to an sftp server. */
export function sftpArguments({ directive, before }: TypedArgument): boolean {
  const command = before[sftpCommandAt(directive.slot) ?? Number.POSITIVE_INFINITY];
  return command !== undefined && isSftpServer(command.value);
}

/** An option, or the value of the one in front. */
export function sftpOffers({ directive, before, others, start, end }: TypedArgument): readonly Offer[] {
  const { keyword } = directive;
  const replace = { start, end };
  const option = sftpOption(before.at(-1)?.value ?? '');
  const values = option?.value === undefined ? undefined : entryOf(VALUES_OF[option.value] ?? '')?.values;
  if (option?.value !== undefined)
    return Object.entries(values ?? {}).map(([label, detail], order) => ({
      label,
      kind: 'name',
      keyword,
      replace,
      detail,
      order,
    }));
  return SFTP_OPTIONS.filter(({ flag }) => !others.includes(flag)).map(({ flag, value, text }, order) => ({
    label: flag,
    kind: 'name',
    keyword,
    replace,
    detail: text.replaceAll('`', ''),
    order,
    ...(value === undefined ? {} : { newText: `${flag} `, goesOn: VALUES_OF[value] !== undefined }),
  }));
}

// The same words as in these directives.
const VALUES_OF: Readonly<Record<string, string>> = { LEVEL: 'LogLevel', FACILITY: 'SyslogFacility' };
