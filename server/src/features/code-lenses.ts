// Code lenses above the keepalive lines that decide: in one sentence what they make sshd do; and, for who wants them, above Match blocks. A click opens
// the panel where the client has one.
import type { CodeLens } from 'vscode-languageserver-types';
import { plainText } from '../base/plain-text';
import { exampleConnection } from '../model/access/example-connection';
import type { PlacedDirective } from '../model/file-model';
import { type KeepalivePartition, keepalivePartitions } from '../model/keepalive-partitions';
import { keepaliveInBrief } from '../model/keepalive-words';
import { directiveRange } from '../rules/places';
import { type CopyCommand, copyClientLinesCommand } from './client-lines';
import { connectionText } from './connection-text';
import { editorRange, type FeatureDocument } from './document';
import type { ViewQuery } from './view-data';

/** The client's commands that lenses may call; one that is absent, it does not have. */
export interface LensCommands extends CopyCommand {
  /** Called with the file's URI and the partition's index. */
  readonly panel?: string | undefined;
  /** Called with the file's URI and a ViewQuery. */
  readonly effectivePanel?: string | undefined;
}

/** The lenses of a file. */
export function codeLenses(document: FeatureDocument, commands: LensCommands): CodeLens[] {
  const { keepalive, clientLines, matchBlocks } = document.snapshot.settings.codeLens;
  const { panel, effectivePanel, copyClientLines } = commands;
  const lenses = keepalive || clientLines ? keepaliveLenses(document, panel) : [];
  const [first] = lenses;
  const copy = copyClientLinesCommand(document.snapshot.settings.keepalive, copyClientLines);
  return [
    ...(keepalive ? lenses.slice(0, 1) : []),
    // What the client could do instead stands behind the first of them only.
    ...(clientLines && first !== undefined && copy !== undefined
      ? [{ range: first.range, command: { ...copy, title: 'Copy for the client' } }]
      : []),
    ...(keepalive ? lenses.slice(1) : []),
    ...(matchBlocks && effectivePanel !== undefined ? blockLenses(document, effectivePanel) : []),
  ];
}

function keepaliveLenses(document: FeatureDocument, panel: string | undefined): CodeLens[] {
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
  return lenses;
}

function blockLenses(document: FeatureDocument, command: string): CodeLens[] {
  const { model, catalog, uri } = document.snapshot;
  return model.blocks.flatMap((block) => {
    const connection = exampleConnection(block, catalog.target);
    if (connection === undefined) return [];
    const title = plainText(`Effective configuration of ${connectionText(connection)}`);
    const query: ViewQuery = { connection };
    const range = editorRange(document, directiveRange(document.snapshot, block.header));
    return [{ range, command: { title, command, arguments: [uri, query] } }];
  });
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
