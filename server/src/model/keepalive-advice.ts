// Which interval and count to write for a path, a release and what the user wants of idle sessions. What a pair does, keepalive.ts says.
// Where not everything can be had, the mapping goes first, then the tolerance, then the early end of dead sessions.
import { NAT_PROFILES, type NatProfile } from '../catalog/nat-timeouts';
import type { Release } from '../catalog/versions';
import {
  countSurviving,
  type KeepaliveTimeline,
  type KeepaliveValues,
  keepaliveTimeline,
  longestSafeInterval,
  type NatRelation,
  natRelation,
  probeGapOf,
} from './keepalive';
import type { KeepaliveSettings, Snapshot } from './snapshot';

/** What cannot be had with any values. */
export type Conflict =
  /** Even a probe each second comes too late for the path. */
  | { readonly kind: 'path-too-short' }
  /** The path allows fewer lost probes than wished. */
  | { readonly kind: 'fewer-lost-probes'; readonly wished: number; readonly borne: number }
  /** An outage to be survived, or lost probes, and the early end of dead sessions exclude each other. */
  | { readonly kind: 'late-clean-up'; readonly wished: number; readonly after: number };

/** Values to write, what they do, and what they cannot do. */
export interface KeepaliveAdvice extends KeepaliveValues {
  readonly timeline: KeepaliveTimeline;
  /** How they meet the path; where none is named, the cautious one that was assumed. */
  readonly nat: NatRelation;
  readonly pathIsAssumed: boolean;
  readonly conflicts: readonly Conflict[];
}

/** The profile that is planned for where no path is named. */
const CAUTIOUS = NAT_PROFILES[0] as NatProfile;

/** Below this only the path may press an interval: each probe wakes a sleeping client. */
const SHORTEST_BY_CHOICE = 5;
const LONGEST_BY_CHOICE = 300;
const LARGEST_COUNT = 2_147_483_647;

const MADE = new WeakMap<Snapshot, KeepaliveAdvice>();

/** The advice for a file: for its target, its path and the user's wishes. */
export function adviceFor(snapshot: Snapshot): KeepaliveAdvice {
  const made = MADE.get(snapshot) ?? keepaliveAdvice(snapshot.settings.keepalive, snapshot.catalog.target.release);
  MADE.set(snapshot, made);
  return made;
}

/** Interval and count for a user's wishes on one release. */
export function keepaliveAdvice(wish: KeepaliveSettings, release: Release): KeepaliveAdvice {
  const path = wish.natTimeout ?? CAUTIOUS.seconds;
  const conflicts: Conflict[] = [];
  const lostProbes = bearable(wish.lostProbes, path, release);
  if (probeGapOf(1, release) >= path) conflicts.push({ kind: 'path-too-short' });
  else if (lostProbes < wish.lostProbes)
    conflicts.push({ kind: 'fewer-lost-probes', wished: wish.lostProbes, borne: lostProbes });
  const plan: Plan = { ...preferred(wish, path), lostProbes, path, release, wish };
  const found = firstPair(plan);
  const { interval, countMax } = found ?? earliestEnd(plan);
  const timeline = keepaliveTimeline({ interval, countMax }, release);
  const { disconnectAfter = 0 } = timeline;
  if (found === undefined)
    conflicts.push({ kind: 'late-clean-up', wished: wish.longestWindow, after: disconnectAfter });
  return {
    interval,
    countMax,
    timeline,
    nat: natRelation(timeline, path),
    pathIsAssumed: wish.natTimeout === undefined,
    conflicts,
  };
}

interface Plan extends KeepaliveValues {
  readonly lostProbes: number;
  readonly path: number;
  readonly release: Release;
  readonly wish: KeepaliveSettings;
}

function bearable(wished: number, path: number, release: Release): number {
  return Math.max(0, Math.min(wished, Math.floor(path / probeGapOf(1, release)) - 1));
}

// The user's own values, else those of the profile with this timeout, else a third of the timeout: two probes may be lost.
function preferred({ interval, countMax }: KeepaliveSettings, path: number): KeepaliveValues {
  const profile = NAT_PROFILES.find(({ seconds }) => seconds === path);
  return {
    interval: interval ?? profile?.interval ?? round(Math.min(LONGEST_BY_CHOICE, path / 3)),
    countMax: countMax ?? profile?.countMax ?? 3,
  };
}

// The preferred interval, then ever shorter ones, all of them short enough for the path.
function* candidates({ interval, path, release, lostProbes, wish }: Plan): Iterable<number> {
  // Who names an interval and no path knows better than an assumption.
  const free = wish.interval !== undefined && wish.natTimeout === undefined;
  const longest = Math.min(longestSafeInterval(path, release, lostProbes), shorterThan(path, release));
  const first = free || interval <= longest ? interval : round(longest);
  yield first;
  yield* ROUND.filter((one) => one < first && one >= SHORTEST_BY_CHOICE);
  // Numbers that are not round are for wishes that nothing else meets.
  for (let any = Math.min(first, LONGEST_BY_CHOICE); any >= SHORTEST_BY_CHOICE; any--) yield any;
}

// A probe must come before the timeout, not at it.
function shorterThan(path: number, release: Release): number {
  return Math.max(1, Math.ceil(path / probeGapOf(1, release)) - 1);
}

function firstPair(plan: Plan): KeepaliveValues | undefined {
  for (const interval of candidates(plan)) {
    const pair = pairFor(interval, plan);
    if (pair !== undefined) return pair;
  }
  return undefined;
}

/** The preferred count or the least that bears what is to be borne; undefined where dead sessions then stay too long. */
function pairFor(interval: number, plan: Plan): KeepaliveValues | undefined {
  const { wish, countMax, release } = plan;
  if (wish.countMax !== undefined) return { interval, countMax: harmless(wish.countMax, release) };
  const least = leastCount(interval, plan);
  const fits = (count: number) =>
    (keepaliveTimeline({ interval, countMax: count }, release).disconnectAfter ?? 0) <= wish.longestWindow;
  const wished = countSurviving(countMax, release);
  if (wished >= least && fits(wished)) return { interval, countMax: wished };
  return fits(least) ? { interval, countMax: least } : undefined;
}

// No release may cut off live clients.
function harmless(count: number, release: Release): number {
  return Math.max(count, countSurviving(1, release));
}

// sshd may give up so many gaps after a break, the first probe of which the break may have swallowed.
function leastCount(interval: number, { wish, lostProbes, release }: Plan): number {
  const forOutage = Math.floor(wish.shortestWindow / probeGapOf(interval, release)) + 1;
  return Math.min(LARGEST_COUNT, countSurviving(Math.max(lostProbes + 1, forOutage), release));
}

// Nothing ends dead sessions in time: then as early as the rest allows.
function earliestEnd(plan: Plan): KeepaliveValues {
  const pairs = Array.from(candidates(plan), (interval) => ({ interval, countMax: leastCount(interval, plan) }));
  const endOf = (pair: KeepaliveValues) => keepaliveTimeline(pair, plan.release).disconnectAfter ?? 0;
  return pairs.reduce((best, pair) => (endOf(pair) < endOf(best) ? pair : best));
}

const ROUND = [300, 240, 180, 150, 120, 100, 90, 75, 60, 50, 45, 40, 30, 25, 20, 15, 12, 10, 8, 6, 5, 4, 3, 2, 1];

function round(seconds: number): number {
  return ROUND.find((one) => one <= seconds) ?? 1;
}
