// The command that hands out the keepalive lines for the client's side, where the editor can take them to the clipboard.
import type { Command } from 'vscode-languageserver-types';
import { clientKeepalive, clientLines, clientLinesInWords } from '../model/keepalive-client';
import type { KeepaliveSettings } from '../model/snapshot';

/** Undefined where the client has no such command. */
export function copyClientLinesCommand(wish: KeepaliveSettings, command: string | undefined): Command | undefined {
  if (command === undefined) return undefined;
  const values = clientKeepalive(wish);
  const title = `Copy the lines for the client's ~/.ssh/config (${clientLinesInWords(values)})`;
  return { title, command, arguments: [clientLines(values)] };
}
