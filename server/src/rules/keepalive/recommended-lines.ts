// The fix "Add recommended keepalive lines": sets interval and count for everyone, in the lines that decide or in new lines of the global section, never in a Match block.

import { effectiveKeepalive } from '../../model/effective-keepalive';
import type { PlacedDirective } from '../../model/file-model';
import { adviceFor } from '../../model/keepalive-advice';
import { type ClientAliveKeyword, clientAliveLine, forEveryone } from '../../model/keepalive-lines';
import type { Snapshot } from '../../model/snapshot';
import type { TextEdit } from '../../syntax/parse';
import { insertion, type LineStyle, PLAIN_STYLE, styleBeside, styleOf, valueEdit, written } from '../line-edits';
import type { Fix } from '../rule';
import { type CommentedOut, commentedOut } from './commented-out';

interface Wish {
  readonly keyword: ClientAliveKeyword;
  readonly value: number;
}

/** Where a wish is met: on a line that is there, on one that is commented out, or on a new one. */
type Place =
  | { readonly kind: 'line'; readonly placed: PlacedDirective }
  | { readonly kind: 'commented'; readonly found: CommentedOut }
  | { readonly kind: 'new' };

const MADE = new WeakMap<Snapshot, { readonly fix: Fix | undefined }>();

/** One fix, one undo step; undefined where both lines are there with the wished values. */
export function recommendedKeepalive(snapshot: Snapshot): Fix | undefined {
  const made = MADE.get(snapshot) ?? { fix: recommendedFix(snapshot) };
  MADE.set(snapshot, made);
  return made.fix;
}

function recommendedFix(snapshot: Snapshot): Fix | undefined {
  const { interval, countMax } = adviceFor(snapshot);
  const wishes = [
    { keyword: 'ClientAliveInterval', value: interval },
    { keyword: 'ClientAliveCountMax', value: countMax },
  ] as const;
  const edits = editsFor(snapshot, ...wishes);
  if (edits.length === 0) return undefined;
  const title = `Add recommended keepalive lines (ClientAliveInterval ${interval}, ClientAliveCountMax ${countMax})`;
  return { title, safety: includeMayWin(snapshot, edits) ? 'unsafe' : 'safe', preferred: true, edits };
}

function editsFor(snapshot: Snapshot, interval: Wish, count: Wish): readonly TextEdit[] {
  const places = [placeOf(snapshot, interval.keyword), placeOf(snapshot, count.keyword)] as const;
  const [intervalPlace, countPlace] = places;
  const edits = [...changed(snapshot, interval, intervalPlace), ...changed(snapshot, count, countPlace)];
  if (intervalPlace.kind !== 'new' && countPlace.kind !== 'new') return edits;
  const besideInterval = neighbourOf(intervalPlace);
  const besideCount = neighbourOf(countPlace);
  if (besideInterval !== undefined)
    return [...edits, insertion(snapshot.tree, besideInterval.lineIndex + 1, [newLine(besideInterval.style, count)])];
  if (besideCount !== undefined)
    return [...edits, insertion(snapshot.tree, besideCount.lineIndex, [newLine(besideCount.style, interval)])];
  const missing = [interval, count].filter((_, index) => places[index]?.kind === 'new');
  return [...edits, atEndOfGlobalSection(snapshot, missing)];
}

function placeOf(snapshot: Snapshot, keyword: ClientAliveKeyword): Place {
  const placed = clientAliveLine(snapshot.model, keyword);
  if (placed !== undefined) return { kind: 'line', placed };
  const found = commentedOut(snapshot, keyword);
  return found === undefined ? { kind: 'new' } : { kind: 'commented', found };
}

function changed(snapshot: Snapshot, { keyword, value }: Wish, place: Place): readonly TextEdit[] {
  if (place.kind === 'new') return [];
  if (place.kind === 'commented')
    return [{ ...place.found.range, newText: `${place.found.keyword}${place.found.style.separator}${value}` }];
  const { interval, countMax } = effectiveKeepalive(snapshot);
  const inForce = keyword === 'ClientAliveInterval' ? interval : countMax;
  return inForce.value === value && inForce.by === place.placed
    ? []
    : [valueEdit(snapshot.tree, place.placed, String(value))];
}

interface Neighbour {
  readonly lineIndex: number;
  readonly style: LineStyle;
}

// A line in a Match block is no neighbour: a new line beside it would stand in the block.
function neighbourOf(place: Place): Neighbour | undefined {
  if (place.kind === 'commented') return place.found;
  if (place.kind === 'new' || place.placed.block !== undefined) return undefined;
  return { lineIndex: place.placed.lineIndex, style: styleOf(place.placed) };
}

function newLine(style: LineStyle, { keyword, value }: Wish): string {
  return written(style, keyword, String(value));
}

function atEndOfGlobalSection(snapshot: Snapshot, wishes: readonly Wish[]): TextEdit {
  const { index, after } = endOfGlobalSection(snapshot);
  const lines = wishes.map((wish) =>
    newLine(after === undefined ? PLAIN_STYLE : styleBeside(after, wish.keyword), wish),
  );
  const beforeMatch = after === undefined && snapshot.model.blocks.length > 0;
  return insertion(snapshot.tree, index, beforeMatch ? [...lines, ''] : lines);
}

/** Before which line a new global line goes: behind the last directive of the global section, else above the first Match and the comment that belongs to it. */
export function endOfGlobalSection({ model, tree }: Snapshot): {
  readonly index: number;
  readonly after?: PlacedDirective;
} {
  const [firstBlock] = model.blocks;
  const end = firstBlock?.header.lineIndex ?? tree.lines.length;
  const globals = firstBlock === undefined ? model.directives.length : model.directives.indexOf(firstBlock.header);
  const after = model.directives[globals - 1];
  if (after !== undefined) return { index: after.lineIndex + 1, after };
  if (firstBlock === undefined) return { index: end };
  let index = end;
  while (tree.lines[index - 1]?.kind === 'comment') index--;
  return { index };
}

// What an Include above the lines reads is not known here, and the first value wins.
function includeMayWin(snapshot: Snapshot, edits: readonly TextEdit[]): boolean {
  const startOf = (one: PlacedDirective | undefined) =>
    one === undefined ? 0 : (snapshot.tree.starts[one.lineIndex] ?? 0);
  const { interval, countMax } = effectiveKeepalive(snapshot);
  const lowest = Math.max(startOf(interval.by), startOf(countMax.by), ...edits.map((edit) => edit.start));
  const includes = snapshot.model
    .settersOf('Include')
    .filter((one) => one.block === undefined || forEveryone(one.block));
  return includes.some((one) => startOf(one) < lowest);
}
