// `sshd-config keepalive`: who is cut off when, whether the path's mapping survives, and what to write instead.
import { plainText } from '../base/plain-text';
import type { KeepaliveAdvice } from '../model/keepalive-advice';
import { adviceFor } from '../model/keepalive-advice';
import {
  adviceLines,
  conflictSentences,
  countReason,
  intervalReason,
  limitSentences,
} from '../model/keepalive-advice-words';
import { type KeepalivePartition, keepalivePartitions, keepsMapping } from '../model/keepalive-partitions';
import { keepaliveSentences } from '../model/keepalive-words';
import type { Snapshot } from '../model/snapshot';
import { snapshotOf } from '../service';
import type { KeepaliveCommand } from './keepalive-arguments';
import { fileLoader } from './loaded-files';
import type { CliWorld } from './world';

/** Prints the report on one file; resolves to 2 when it cannot be read. */
export async function keepaliveReport(command: KeepaliveCommand, world: CliWorld): Promise<0 | 2> {
  if (command.root !== undefined && !(await world.isFolder(command.root)))
    return complain(world, `no such folder: ${command.root}`);
  try {
    const { uri, text, facts } = await fileLoader(command, world).load(command.file);
    const snapshot = withPath(snapshotOf(uri, text, facts), command.path);
    await world.out(command.format === 'json' ? jsonOf(snapshot) : textOf(snapshot));
    return 0;
  } catch (error) {
    return complain(world, error instanceof Error ? error.message : String(error));
  }
}

async function complain(world: CliWorld, message: string): Promise<2> {
  await world.err(`sshd-config: ${message}\n`);
  return 2;
}

// What is asked for goes before the comment in the file.
function withPath(snapshot: Snapshot, natTimeout: number | undefined): Snapshot {
  if (natTimeout === undefined) return snapshot;
  const { settings } = snapshot;
  return { ...snapshot, settings: { ...settings, keepalive: { ...settings.keepalive, natTimeout } } };
}

function jsonOf(snapshot: Snapshot): string {
  const report = {
    target: snapshot.catalog.target.id,
    path: snapshot.settings.keepalive.natTimeout ?? null,
    partitions: keepalivePartitions(snapshot).map((one) => jsonPartition(one, snapshot)),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function jsonPartition(partition: KeepalivePartition, snapshot: Snapshot) {
  const { appliesTo, effective, timeline } = partition;
  return {
    appliesTo,
    interval: effective.interval.value ?? null,
    countMax: effective.countMax.value ?? null,
    firstProbe: timeline?.probeGap ?? null,
    probesSurvived: timeline?.probesSurvived ?? null,
    disconnectAfter: timeline?.disconnectAfter ?? null,
    healthyIdleClientsDisconnected: timeline?.kind === 'kicks-live-clients',
    keepsMapping: keepsMapping(partition) ?? null,
    advice: jsonAdvice(adviceFor(snapshot), snapshot),
  };
}

function jsonAdvice(advice: KeepaliveAdvice, { catalog }: Snapshot) {
  const { interval, countMax, timeline } = advice;
  return {
    interval,
    countMax,
    disconnectAfter: timeline.disconnectAfter ?? null,
    reasons: [intervalReason(advice), countReason(advice)],
    conflicts: conflictSentences(advice),
    limits: limitSentences(advice, catalog),
  };
}

function textOf(snapshot: Snapshot): string {
  const { natTimeout } = snapshot.settings.keepalive;
  const advice = adviceFor(snapshot);
  const path = natTimeout === undefined ? 'not named' : `forgets an idle session after ${natTimeout} s`;
  const lines = [
    `Target: ${snapshot.catalog.target.label}. Path: ${path}.`,
    ...keepalivePartitions(snapshot).flatMap((one) => ['', ...partitionLines(one, natTimeout)]),
    '',
    'Advice',
    ...adviceLines(advice).map((line) => `  ${line}`),
    ...[
      intervalReason(advice),
      countReason(advice),
      ...conflictSentences(advice),
      ...limitSentences(advice, snapshot.catalog),
    ].map((sentence) => `  - ${sentence}`),
  ];
  return `${lines.map(plainText).join('\n')}\n`;
}

function partitionLines({ appliesTo, effective, timeline }: KeepalivePartition, natTimeout: number | undefined) {
  const value = (one: number | undefined) => (one === undefined ? 'refused' : String(one));
  const head = `${appliesTo}: ClientAliveInterval ${value(effective.interval.value)}, ClientAliveCountMax ${value(effective.countMax.value)}`;
  return [
    head,
    ...(timeline === undefined ? [] : keepaliveSentences(timeline, natTimeout)).map((sentence) => `  - ${sentence}`),
  ];
}
