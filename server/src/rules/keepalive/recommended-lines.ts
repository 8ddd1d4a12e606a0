// The fixes "Add recommended keepalive lines": for the path that is named, for others where none is, with or without Match blocks, or as a new drop-in.
import { NAT_PROFILES } from '../../catalog/nat-timeouts';
import type { KeepaliveValues } from '../../model/keepalive';
import { adviceFor, keepaliveAdvice } from '../../model/keepalive-advice';
import type { Snapshot } from '../../model/snapshot';
import type { Fix, FixEdit } from '../rule';
import { keepaliveDropIn } from './drop-in';
import { blocksDiffer, keepaliveEdits, type Reach } from './keepalive-edits';
import { unknownIncludes } from './new-lines';

const MADE = new WeakMap<Snapshot, readonly Fix[]>();

/** The first of them; undefined where the advised values are in force for everyone. */
export function recommendedKeepalive(snapshot: Snapshot): Fix | undefined {
  return recommendedFixes(snapshot)[0];
}

/** Each one fix, one undo step; the preferred one first. Empty where the advised values are in force for everyone. */
export function recommendedFixes(snapshot: Snapshot): readonly Fix[] {
  const made = MADE.get(snapshot) ?? [...findFixes(snapshot)];
  MADE.set(snapshot, made);
  return made;
}

function* findFixes(snapshot: Snapshot): Iterable<Fix> {
  const advised = adviceFor(snapshot);
  const lines = `(${inWords(advised)})`;
  const title = `Add recommended keepalive lines ${lines}`;
  const differ = blocksDiffer(snapshot, advised);
  const all = fixFor(snapshot, advised, 'every-connection', differ ? `${title} for every connection` : title);
  if (all === undefined) return;
  yield { ...all, preferred: true };
  if (differ) {
    const most = fixFor(snapshot, advised, 'all-but-match-blocks', `${title}; Match blocks keep theirs`);
    if (most !== undefined) yield most;
  }
  yield* forOtherPaths(snapshot, advised);
  const dropIn = keepaliveDropIn(snapshot, advised, `Add recommended keepalive lines ${lines} in a new drop-in`);
  if (dropIn !== undefined) yield dropIn;
}

/** Sets values of the user's choice; undefined where they are in force. */
export function fixFor(snapshot: Snapshot, values: KeepaliveValues, reach: Reach, title: string): Fix | undefined {
  const edits = keepaliveEdits(snapshot, values, reach);
  if (edits.length === 0) return undefined;
  const changesBlocks = reach === 'every-connection' && blocksDiffer(snapshot, values);
  return { title, safety: changesBlocks || othersMayWin(snapshot, edits) ? 'unsafe' : 'safe', edits };
}

// Who has named a path needs no others.
function* forOtherPaths(snapshot: Snapshot, advised: KeepaliveValues): Iterable<Fix> {
  if (snapshot.settings.keepalive.natTimeout !== undefined) return;
  const seen = new Set([inWords(advised)]);
  for (const { name, seconds } of NAT_PROFILES) {
    const wish = { ...snapshot.settings.keepalive, natTimeout: seconds };
    const values = keepaliveAdvice(wish, snapshot.catalog.target.release);
    const words = inWords(values);
    if (seen.has(words)) continue;
    seen.add(words);
    const fix = fixFor(snapshot, values, 'every-connection', `Add keepalive lines for the path ${name} (${words})`);
    if (fix !== undefined) yield { ...fix, safety: 'unsafe' };
  }
}

function inWords({ interval, countMax }: KeepaliveValues): string {
  return `ClientAliveInterval ${interval}, ClientAliveCountMax ${countMax}`;
}

// What an Include above the lines reads is not always known, and the first value wins.
function othersMayWin({ configuration, uri }: Snapshot, edits: readonly FixEdit[]): boolean {
  const unknown = unknownIncludes(configuration);
  if (unknown.length === 0) return false;
  const { main } = configuration;
  return unknown.some(({ reading, placed }) => {
    const at = reading.tree.starts[placed.lineIndex] ?? 0;
    return reading !== main || edits.some((edit) => (edit.uri ?? uri) !== main.file.uri || edit.start > at);
  });
}
