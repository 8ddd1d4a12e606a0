// What the keepalive panel shows for one file: who is cut off when, the course in force and with other values, the advice; and the edit that writes them.
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { NAT_PROFILES, NAT_TIMEOUTS, type NatProfile } from '../catalog/nat-timeouts';
import { controlComments } from '../model/control-comments';
import { type KeepaliveTimeline, type KeepaliveValues, keepaliveTimeline } from '../model/keepalive';
import { keepaliveAdvice } from '../model/keepalive-advice';
import { conflictSentences, countReason, intervalReason, limitSentences } from '../model/keepalive-advice-words';
import { type KeepalivePartition, keepalivePartitions } from '../model/keepalive-partitions';
import { keepalivePicture } from '../model/keepalive-picture';
import { keepaliveInBrief, keepaliveSentences } from '../model/keepalive-words';
import type { Snapshot } from '../model/snapshot';
import { blockFix } from '../rules/keepalive/block-lines';
import { fixFor } from '../rules/keepalive/recommended-lines';
import type { FixEdit } from '../rules/rule';
import { workspaceEditOf } from './code-actions';
import type { FeatureDocument } from './document';
import { keepaliveSvg } from './keepalive-svg';

/** What the user tries out; what is absent is as the file and the settings have it. Times are seconds. */
export interface KeepaliveTried {
  /** Index of the partition whose values these are; absent: the global one. */
  readonly partition?: number;
  readonly interval?: number;
  readonly countMax?: number;
  /** null: no path. */
  readonly path?: number | null;
  readonly lostProbes?: number;
  readonly outage?: number;
  readonly cleanUp?: number;
}

/** A path to choose. */
export interface ViewPath {
  readonly name: string;
  readonly seconds: number;
  readonly covers: string;
  /** The devices it stands for and how well each figure is established. */
  readonly evidence: readonly string[];
}

/** One row of "who is cut off when". */
export interface ViewPartition {
  readonly appliesTo: string;
  readonly interval: number | null;
  readonly countMax: number | null;
  readonly course: string;
  readonly verdict: ViewVerdict;
}

/** `open`: no path is named, or sshd refuses a value. */
export interface ViewVerdict {
  readonly kind: 'good' | 'bad' | 'open';
  readonly text: string;
}

export interface ViewCourse {
  /** An SVG document whose classes a page may colour. */
  readonly svg: string;
  readonly sentences: readonly string[];
}

export interface KeepaliveView {
  readonly target: string;
  readonly paths: readonly ViewPath[];
  readonly partitions: readonly ViewPartition[];
  /** What the controls show. */
  readonly chosen: Required<KeepaliveTried>;
  /** Absent where sshd refuses a value. */
  readonly inForce?: ViewCourse;
  readonly tried: ViewCourse;
  readonly verdict: ViewVerdict;
  readonly advice: KeepaliveValues & {
    readonly reasons: readonly string[];
    readonly conflicts: readonly string[];
    readonly limits: readonly string[];
  };
  /** Whether writing would change something. */
  readonly canWrite: boolean;
}

/** The view of a document with the tried values. */
export function keepaliveView({ snapshot: asIs }: FeatureDocument, tried: KeepaliveTried): KeepaliveView {
  const snapshot = withWishes(asIs, tried);
  const { release, label } = snapshot.catalog.target;
  const partitions = keepalivePartitions(snapshot);
  const { index, partition } = partitionAt(partitions, tried);
  const advice = keepaliveAdvice(snapshot.settings.keepalive, release);
  const values = valuesOf(partition, tried);
  const timeline = keepaliveTimeline(values, release);
  const { natTimeout, lostProbes, shortestWindow, longestWindow } = snapshot.settings.keepalive;
  return {
    target: label,
    paths: NAT_PROFILES.map(pathOf),
    partitions: partitions.map((one) => rowOf(one, natTimeout)),
    chosen: {
      ...values,
      partition: index,
      path: natTimeout ?? null,
      lostProbes,
      outage: shortestWindow,
      cleanUp: longestWindow,
    },
    ...(partition?.timeline ? { inForce: courseOf(partition.timeline, natTimeout) } : {}),
    tried: courseOf(timeline, natTimeout),
    verdict: verdictOf(timeline, natTimeout),
    advice: {
      interval: advice.interval,
      countMax: advice.countMax,
      reasons: [intervalReason(advice), countReason(advice)],
      conflicts: conflictSentences(advice),
      limits: limitSentences(advice, snapshot.catalog),
    },
    canWrite: editsFor(snapshot, partition, values).length > 0,
  };
}

/** The edit that makes the tried values hold for the partition, and keeps the path in a comment where that is wished; null where nothing changes. */
export function keepaliveWrite(
  document: FeatureDocument,
  tried: KeepaliveTried,
  rememberPath: boolean,
): WorkspaceEdit | null {
  const { snapshot } = document;
  const { partition } = partitionAt(keepalivePartitions(snapshot), tried);
  const edits = [
    ...editsFor(snapshot, partition, valuesOf(partition, tried)),
    ...(rememberPath && typeof tried.path === 'number' ? pathComment(snapshot, tried.path) : []),
  ];
  return edits.length === 0 ? null : workspaceEditOf(document, [{ title: '', safety: 'unsafe', edits }]);
}

function withWishes(snapshot: Snapshot, { path, lostProbes, outage, cleanUp }: KeepaliveTried): Snapshot {
  const { settings } = snapshot;
  const { natTimeout: named, ...rest } = settings.keepalive;
  const natTimeout = path === undefined ? named : path;
  const keepalive = {
    ...rest,
    ...(natTimeout === undefined || natTimeout === null ? {} : { natTimeout }),
    ...(lostProbes === undefined ? {} : { lostProbes }),
    ...(outage === undefined ? {} : { shortestWindow: outage }),
    ...(cleanUp === undefined ? {} : { longestWindow: cleanUp }),
  };
  return { ...snapshot, settings: { ...settings, keepalive } };
}

function partitionAt(partitions: readonly KeepalivePartition[], { partition = 0 }: KeepaliveTried) {
  const index = partitions[partition] === undefined ? 0 : partition;
  return { index, partition: partitions[index] };
}

function valuesOf(partition: KeepalivePartition | undefined, tried: KeepaliveTried): KeepaliveValues {
  return {
    interval: tried.interval ?? partition?.effective.interval.value ?? 0,
    countMax: tried.countMax ?? partition?.effective.countMax.value ?? 3,
  };
}

function editsFor(
  snapshot: Snapshot,
  partition: KeepalivePartition | undefined,
  values: KeepaliveValues,
): readonly FixEdit[] {
  const { interval, countMax } = partition?.effective ?? {};
  if (interval?.value === values.interval && countMax?.value === values.countMax) return [];
  const block = partition?.block;
  if (block === undefined) return fixFor(snapshot, values, 'all-but-match-blocks', '')?.edits ?? [];
  return blockFix(snapshot, block, values, '')?.edits ?? [];
}

function pathComment({ tree }: Snapshot, seconds: number): readonly FixEdit[] {
  const { natTimeoutComment: there } = controlComments(tree.text);
  if (there !== undefined)
    return there.value === seconds ? [] : [{ start: there.start, end: there.end, newText: String(seconds) }];
  const end = tree.text.includes('\r\n') ? '\r\n' : '\n';
  return [{ start: 0, end: 0, newText: `# sshd-config: nat-timeout=${seconds}${end}` }];
}

function pathOf({ name, seconds, covers, devices }: NatProfile): ViewPath {
  const entries = NAT_TIMEOUTS.filter(({ id }) => devices.includes(id));
  return {
    name,
    seconds,
    covers,
    evidence: entries.map(
      ({ name: device, seconds: own, status, source }) =>
        `${device}: ${own} s, ${status === 'verified' ? "read in the maker's own text" : 'third parties agree'} (${source})`,
    ),
  };
}

function rowOf({ appliesTo, effective, timeline }: KeepalivePartition, natTimeout: number | undefined): ViewPartition {
  return {
    appliesTo,
    interval: effective.interval.value ?? null,
    countMax: effective.countMax.value ?? null,
    course: timeline === undefined ? 'sshd refuses a value' : keepaliveInBrief(timeline),
    verdict: timeline === undefined ? { kind: 'open', text: '' } : verdictOf(timeline, natTimeout),
  };
}

function courseOf(timeline: KeepaliveTimeline, natTimeout: number | undefined): ViewCourse {
  return {
    svg: keepaliveSvg(keepalivePicture(timeline, natTimeout)),
    sentences: keepaliveSentences(timeline, natTimeout),
  };
}

function verdictOf(timeline: KeepaliveTimeline, natTimeout: number | undefined): ViewVerdict {
  if (timeline.kind === 'kicks-live-clients') return { kind: 'bad', text: 'Healthy idle clients are cut off' };
  if (natTimeout === undefined) return { kind: 'open', text: 'No path is chosen' };
  const last = keepaliveSentences(timeline, natTimeout).at(-1) ?? '';
  const expires = keepalivePicture(timeline, natTimeout).lanes.some(({ marks }) =>
    marks.some(({ kind }) => kind === 'forgotten'),
  );
  return { kind: expires ? 'bad' : 'good', text: last };
}
