// When sshd probes a silent client and when it gives up, from interval, count and release alone. Which lines set them: effective-keepalive.ts; words: keepalive-words.ts.
import { type Release, type Steps, valueAt } from '../catalog/versions';

/** Effective values: seconds and a count, both 0 or more. */
export interface KeepaliveValues {
  readonly interval: number;
  readonly countMax: number;
}

/**
 * What the pair makes sshd do.
 * `off`: interval 0, nothing is sent. `kicks-live-clients`: a client that is silent for one interval is cut off, alive or not.
 * `never-disconnects`: probes go out, nobody is cut off. `normal`: as documented. `doubled`: each interval runs twice (9.2 to 9.4).
 * `halved`: each unanswered probe counts twice (7.6 to 7.9).
 */
export type KeepaliveKind = 'off' | 'kicks-live-clients' | 'never-disconnects' | 'normal' | 'doubled' | 'halved';

/** The course of an idle connection whose client is gone. Times are seconds. */
export interface KeepaliveTimeline extends KeepaliveValues {
  readonly kind: KeepaliveKind;
  /** Between two probes on the wire, and from the last byte received to the first probe; absent when none is sent. */
  readonly probeGap?: number;
  /** Unanswered probes that the connection survives; absent when there is no limit or no probe. */
  readonly probesSurvived?: number;
  /** From the last byte received to the disconnect; absent when it never comes. */
  readonly disconnectAfter?: number;
  /** The same seen from the break: up to one gap may have run already. */
  readonly fromBreak?: { readonly earliest: number; readonly latest: number };
  /** Whether output of the session puts the probe off, so that a busy session hides a dead client. */
  readonly outputPostpones: boolean;
  /** Whether what moves on a forwarded port does that too. */
  readonly forwardingsPostpone: boolean;
  /** Whether the interval no longer fits sshd's clock of milliseconds in a C int. */
  readonly beyondClock: boolean;
}

// What the timer loop of serverloop.c does, as measured.
const EXPIRY: Steps<'plain' | 'counted-twice' | 'run-twice'> = [
  ['6.6p1', 'plain'],
  ['7.6p1', 'counted-twice'],
  ['8.0p1', 'plain'],
  ['9.2p1', 'run-twice'],
  ['9.5p1', 'plain'],
];

const COUNT_ZERO: Steps<'kicks-live-clients' | 'never-disconnects'> = [
  ['6.6p1', 'kicks-live-clients'],
  ['8.2p1', 'never-disconnects'],
];

const OUTPUT_POSTPONES: Steps<boolean> = [
  ['6.6p1', true],
  ['7.6p1', false],
  ['9.2p1', true],
];

const FORWARDINGS_POSTPONE: Steps<boolean> = [
  ['6.6p1', true],
  ['7.6p1', false],
];

const LONGEST_ON_CLOCK = 2_147_483;

// A few pairs make up all blocks of all files.
const TIMELINES = new Map<string, KeepaliveTimeline>();
const MOST_TIMELINES = 64;

/** What a pair of values makes the sshd of a release do. */
export function keepaliveTimeline(values: KeepaliveValues, release: Release): KeepaliveTimeline {
  const key = `${values.interval} ${values.countMax} ${release}`;
  const known = TIMELINES.get(key);
  if (known !== undefined) return known;
  if (TIMELINES.size >= MOST_TIMELINES) TIMELINES.clear();
  const timeline = timelineOf(values, release);
  TIMELINES.set(key, timeline);
  return timeline;
}

function timelineOf({ interval, countMax }: KeepaliveValues, release: Release): KeepaliveTimeline {
  const kind = kindOf(interval, countMax, release);
  const common = {
    kind,
    interval,
    countMax,
    outputPostpones: valueAt(OUTPUT_POSTPONES, release) ?? false,
    forwardingsPostpone: valueAt(FORWARDINGS_POSTPONE, release) ?? false,
    beyondClock: interval > LONGEST_ON_CLOCK,
  };
  if (kind === 'off') return common;
  if (kind === 'kicks-live-clients')
    return { ...common, probesSurvived: 0, disconnectAfter: interval, fromBreak: { earliest: 0, latest: interval } };
  const probeGap = probeGapOf(interval, release);
  if (kind === 'never-disconnects') return { ...common, probeGap };
  const probesSurvived = kind === 'halved' ? Math.floor(countMax / 2) : countMax;
  const disconnectAfter = (probesSurvived + 1) * probeGap;
  return {
    ...common,
    probeGap,
    probesSurvived,
    disconnectAfter,
    fromBreak: { earliest: disconnectAfter - probeGap, latest: disconnectAfter },
  };
}

function kindOf(interval: number, countMax: number, release: Release): KeepaliveKind {
  if (interval === 0) return 'off';
  if (countMax === 0) return valueAt(COUNT_ZERO, release) ?? 'never-disconnects';
  const expiry = valueAt(EXPIRY, release);
  if (expiry === 'run-twice') return 'doubled';
  if (expiry !== 'counted-twice') return 'normal';
  return countMax === 1 ? 'kicks-live-clients' : 'halved';
}

/** The first probes to a client that does not answer, in seconds after its last byte; no more than `most`. */
export function probesAt({ probeGap, probesSurvived }: KeepaliveTimeline, most = 10): readonly number[] {
  if (probeGap === undefined) return [];
  const count = Math.min(most, probesSurvived ?? most);
  return Array.from({ length: count }, (_, index) => (index + 1) * probeGap);
}

/** How the probes of an idle connection meet the idle timeout of a NAT or firewall on its path. */
export interface NatRelation {
  /** `thin-margin`: the probe comes in time, but after more than half of the timeout. `ends-first`: sshd cuts the client off before the timeout. */
  readonly kind: 'keeps-alive' | 'thin-margin' | 'expires' | 'ends-first';
  /** Seconds. */
  readonly timeout: number;
  /** Probes that fall within one timeout: all but one of them may be lost. */
  readonly probesWithin: number;
}

/** Whether the mapping survives; `expires` means after `timeout` seconds of silence. */
export function natRelation({ kind, probeGap, interval }: KeepaliveTimeline, timeout: number): NatRelation {
  if (kind === 'kicks-live-clients')
    return { kind: interval < timeout ? 'ends-first' : 'expires', timeout, probesWithin: 0 };
  if (probeGap === undefined || probeGap >= timeout) return { kind: 'expires', timeout, probesWithin: 0 };
  const probesWithin = Math.ceil(timeout / probeGap) - 1;
  return { kind: probeGap * 2 > timeout ? 'thin-margin' : 'keeps-alive', timeout, probesWithin };
}

/** Seconds between two probes for a ClientAliveInterval. */
export function probeGapOf(interval: number, release: Release): number {
  return valueAt(EXPIRY, release) === 'run-twice' ? 2 * interval : interval;
}

/** The smallest ClientAliveCountMax with which so many probes in a row (1 or more) may stay unanswered. */
export function countSurviving(probes: number, release: Release): number {
  return valueAt(EXPIRY, release) === 'counted-twice' ? 2 * probes : probes;
}

/** The longest ClientAliveInterval of which `lost` probes in a row may be lost before a NAT's timeout is over; at least 1. */
export function longestSafeInterval(timeout: number, release: Release, lost = 1): number {
  return Math.max(1, Math.floor(timeout / (lost + 1) / probeGapOf(1, release)));
}
