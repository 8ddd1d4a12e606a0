// Code lenses above the keepalive lines that decide: in one sentence what they make sshd do. A click opens the panel where the client has one.
import type { CodeLens } from 'vscode-languageserver-types';
import { plainText } from '../base/plain-text';
import type { PlacedDirective } from '../model/file-model';
import { type KeepalivePartition, keepalivePartitions } from '../model/keepalive-partitions';
import { keepaliveInBrief } from '../model/keepalive-words';
import { directiveRange } from '../rules/places';
import { type CopyCommand, copyClientLinesCommand } from './client-lines';
import { editorRange, type FeatureDocument } from './document';

/** The client's commands that lenses may call; one that is absent, it does not have. */
export interface LensCommands extends CopyCommand {
  /** Called with the file's URI and the partition's index. */
  readonly panel?: string | undefined;
}

/** The lenses of a file. What the client could do instead stands behind the first of them only. */
export function codeLenses(document: FeatureDocument, { panel, copyClientLines }: LensCommands): CodeLens[] {
  const lenses: CodeLens[] = [];
  const said = new Set<PlacedDirective>();
  for (const [index, partition] of keepalivePartitions(document.snapshot).entries()) {
    const line = firstOwnLine(partition);
    const title = line === undefined || said.has(line) ? undefined : titleOf(partition);
    if (line === undefined || title === undefined) continue;
    said.add(line);
    const command =
      panel === undefined
        ? { title, command: '' }
        : { title, command: panel, arguments: [document.snapshot.uri, index] };
    lenses.push({ range: editorRange(document, directiveRange(document.snapshot, line)), command });
  }
  const [first] = lenses;
  const copy = copyClientLinesCommand(document.snapshot.settings.keepalive, copyClientLines);
  if (first !== undefined && copy !== undefined)
    lenses.splice(1, 0, { range: first.range, command: { ...copy, title: 'Copy for the client' } });
  return lenses;
}

function firstOwnLine({ effective }: KeepalivePartition): PlacedDirective | undefined {
  const lines = [effective.interval.by, effective.countMax.by].filter((line) => line !== undefined);
  return lines.sort((a, b) => a.lineIndex - b.lineIndex)[0];
}

function titleOf({ appliesTo, timeline, nat }: KeepalivePartition): string | undefined {
  if (timeline === undefined) return undefined;
  const path =
    nat === undefined
      ? ''
      : nat.kind === 'expires'
        ? '; the NAT forgets idle sessions'
        : '; idle sessions live on behind the NAT';
  return plainText(`Keepalive, ${appliesTo}: ${keepaliveInBrief(timeline)}${path}`);
}
