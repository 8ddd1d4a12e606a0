// The command that hands out the keepalive lines for the client's side, where the editor can take them to the clipboard.
import type { Command } from 'vscode-languageserver-types';
import { clientKeepalive, clientLines, clientLinesInWords } from '../model/keepalive-client';
import type { KeepaliveSettings } from '../model/snapshot';

/** What a client may have. */
export interface CopyCommand {
  /** Its command that puts lines, the one argument, on the clipboard; absent: it has none. */
  readonly copyClientLines?: string | undefined;
}

/** Undefined where the client has no such command. */
export function copyClientLinesCommand(wish: KeepaliveSettings, command: string | undefined): Command | undefined {
  if (command === undefined) return undefined;
  const values = clientKeepalive(wish);
  const title = `Copy the lines for the client's ~/.ssh/config (${clientLinesInWords(values)})`;
  return { title, command, arguments: [clientLines(values)] };
}
