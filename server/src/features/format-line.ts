// One directive line in the user's layout. What would be another line to some sshd is left as it is.
import { entryOf } from '../catalog/catalog';
import type { Target } from '../catalog/targets';
import type { PlacedDirective } from '../model/file-model';
import type { FormatSettings } from '../model/format-settings';
import { type DirectiveLine, lengthWithoutEnd } from '../syntax/tree';
import { withoutQuotes } from './cursor-place';
import { matchParts } from './match-roles';
import { sameToSshd } from './same-to-sshd';

/** The layout of one line. */
export interface LineLayout {
  readonly indent: string;
  readonly keywordCase: FormatSettings['keywordCase'];
  /** The column of the value, counted from the keyword; `keep` leaves what stands between them. */
  readonly valueColumn: number | 'keep';
}

interface Kept {
  /** All it goes by, beside the line. */
  readonly from: string;
  readonly text: string;
}

// By the line's node, which stays while other lines change: to try a spelling in every dialect takes longest.
const KEPT = new WeakMap<DirectiveLine, Kept>();

/** The line with its line end. */
export function formattedLine(placed: PlacedDirective, layout: LineLayout, target: Target): string {
  const { line, active, unread } = placed;
  const from = [target.id, active, unread, layout.keywordCase, layout.valueColumn, layout.indent].join();
  const kept = KEPT.get(line);
  if (kept?.from === from) return kept.text;
  const text = laidOut(placed, layout, target);
  KEPT.set(line, { from, text });
  return text;
}

function laidOut(placed: PlacedDirective, layout: LineLayout, target: Target): string {
  const { line } = placed;
  const candidates = [layout.indent + contents(placed, layout), layout.indent + line.text.slice(line.keyword.start)];
  return candidates.find((text) => sameToSshd(placed, text, target)) ?? line.text;
}

/** The keyword as it will stand there, quotes included. */
export function keywordText({ line, directive }: PlacedDirective, keywordCase: LineLayout['keywordCase']): string {
  const { text, keyword } = line;
  if (directive === undefined || keywordCase === 'keep') return text.slice(keyword.start, keyword.end);
  const inner = withoutQuotes(text, keyword);
  return text.slice(keyword.start, inner.start) + directive.keyword + text.slice(inner.end, keyword.end);
}

function contents(placed: PlacedDirective, layout: LineLayout): string {
  const { line } = placed;
  const value = valueStart(placed);
  const keyword = keywordText(placed, layout.keywordCase);
  // Of a word that nobody knows, nobody can say how its value is read.
  if (value === undefined || entryOf(line.keyword.value) === undefined)
    return keyword + withoutBlanksAtEnd(line, line.keyword.end);
  const separator = separatorOf(line.text.slice(line.keyword.end, value), keyword, layout.valueColumn);
  if (entryOf(line.keyword.value)?.argument.shape === 'rest-of-line')
    return keyword + separator + line.text.slice(value);
  return keyword + separator + argumentsOf(placed, layout.keywordCase);
}

function valueStart({ line }: PlacedDirective): number | undefined {
  if (entryOf(line.keyword.value)?.argument.shape === 'rest-of-line')
    return line.rest.end > line.rest.start ? line.rest.start : undefined;
  return line.unclosedQuote === undefined ? line.words[0]?.start : undefined;
}

function separatorOf(written: string, keyword: string, column: LineLayout['valueColumn']): string {
  if (column === 'keep' || written === '') return written;
  return ' '.repeat(Math.max(1, column - keyword.length));
}

function argumentsOf({ line, directive }: PlacedDirective, keywordCase: LineLayout['keywordCase']): string {
  const { words } = line;
  const texts = words.map((word) => line.text.slice(word.start, word.end));
  if (directive?.argument.name === 'match' && keywordCase === 'canonical') nameCriteria(line, texts);
  let written = '';
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    const gap = next === undefined ? '' : line.text.slice(word.end, next.start);
    written += (texts[index] ?? '') + (/^[ \t]+$/.test(gap) ? ' ' : gap);
  }
  return written + withoutBlanksAtEnd(line, words.at(-1)?.end ?? line.rest.start);
}

function nameCriteria({ words, text }: DirectiveLine, texts: string[]): void {
  let index = 0;
  for (const { role, criterion, start, end } of matchParts(words)) {
    while ((words[index]?.end ?? end) < end) index++;
    const word = words[index];
    if (role !== 'criterion' || criterion === undefined) continue;
    if (word === undefined || word.quoted || start < word.start) continue;
    // The manual writes `Match all`.
    const name = criterion.alone === true ? criterion.name.toLowerCase() : criterion.name;
    texts[index] = name + text.slice(end, word.end);
  }
}

/** Blanks behind a CR stay: without them it would be part of the line end. */
export const BLANKS_AT_END = /(?<![\r \t])[ \t]+$/;

// The rest of the line from an offset on, its line end kept.
function withoutBlanksAtEnd({ text }: DirectiveLine, from: number): string {
  const end = lengthWithoutEnd(text);
  return text.slice(from, end).replace(BLANKS_AT_END, '') + text.slice(end);
}
