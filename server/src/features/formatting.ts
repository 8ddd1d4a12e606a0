// Formatting of a file, some of its lines, or the line just written: edits that leave everything as it is to sshd.
import type { TextEdit as EditorEdit, Range } from 'vscode-languageserver-types';
import type { PlacedDirective } from '../model/file-model';
import type { FormatSettings } from '../model/format-settings';
import type { Snapshot } from '../model/snapshot';
import { hasPlaceholder, templateOf } from '../model/template';
import type { TextEdit } from '../syntax/parse';
import { lengthWithoutEnd, lineIndexAt, type SyntaxTree } from '../syntax/tree';
import { editorRange, type FeatureDocument } from './document';
import { BLANKS_AT_END, formattedLine, type LineLayout } from './format-line';
import { blockStarts, indentedLines, isBlank, valueColumns } from './format-paragraphs';
import { mayGetTooLong } from './same-to-sshd';

/** What the editor says of the file's layout. */
export interface EditorLayout {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly insertFinalNewline?: boolean;
}

/** The edits for the file, or for the lines a range touches. */
export function formatting(document: FeatureDocument, layout: EditorLayout, range?: Range): EditorEdit[] {
  const edits = formatEdits(document.snapshot, layout, range && linesOf(document, range));
  return edits.map((edit) => ({ range: editorRange(document, edit), newText: edit.newText }));
}

/** The edits for the line that a line end was typed behind. */
export function formattingOnType(
  document: FeatureDocument,
  layout: EditorLayout,
  position: Range['start'],
): EditorEdit[] {
  const above = { line: Math.max(0, position.line - 1), character: 0 };
  return position.line === 0 ? [] : formatting(document, layout, { start: above, end: above });
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

function linesOf({ snapshot, offsetAt }: FeatureDocument, { start, end }: Range): Lines {
  const from = offsetAt(start);
  const to = offsetAt(end);
  const last = lineIndexAt(snapshot.tree, to);
  // A selection of whole lines ends at the start of the next one.
  const behind = to > from && snapshot.tree.starts[last] === to ? 1 : 0;
  return { first: lineIndexAt(snapshot.tree, from), last: last - behind };
}

/** The edits in offsets of the file, in order. */
export function formatEdits(
  snapshot: Snapshot,
  layout: EditorLayout,
  lines: Lines = { first: 0, last: snapshot.tree.lines.length - 1 },
): readonly TextEdit[] {
  const { tree } = snapshot;
  // A NUL glues lines, differently from release to release: nothing can be moved there without a change.
  if (tree.text.includes('\0')) return [];
  const { format } = snapshot.settings;
  const wantedLine = lineMaker(snapshot, layout);
  const starts = blockStarts(tree, snapshot.model);
  const template = templateOf(snapshot);
  const edits: TextEdit[] = [];
  // Looked up once for all its lines: there may be very many.
  let run: BlankRun = { first: 0, next: 0 };
  for (let index = Math.max(0, lines.first); index <= lines.last; index++) {
    const text = tree.lines[index]?.text ?? '';
    const start = tree.starts[index] ?? 0;
    if (isBlank(text)) {
      run = index < run.next ? run : blankRun(tree, index);
      edits.push(...blankLine(tree, index, run, starts, format));
      continue;
    }
    const gap = missingBlanks(tree, index, starts, format.blankLinesBetweenBlocks);
    if (gap !== '') edits.push({ start, end: start, newText: gap });
    const isFilledIn = template !== undefined && hasPlaceholder(template, { start, end: start + text.length });
    if (!isFilledIn) edits.push(...changed(text, wantedLine(index), start));
  }
  return layout.insertFinalNewline === false ? edits : [...edits, ...finalNewline(tree, lines.last)];
}

// What each line that is not blank should be.
function lineMaker({ tree, model, catalog, settings: { format } }: Snapshot, layout: EditorLayout) {
  const tab = layout.insertSpaces ? ' '.repeat(layout.tabSize) : '\t';
  const inside = format.indentMatch ? tab : '';
  const indented = indentedLines(tree, model);
  const columns = format.separator === 'align' ? valueColumns(model.directives, tree, format) : undefined;
  const placedAt = new Map(model.directives.map((placed) => [placed.lineIndex, placed]));
  const valueColumn = (index: number): LineLayout['valueColumn'] =>
    format.separator === 'keep' ? 'keep' : (columns?.get(index) ?? 0);
  return (index: number): string => {
    const indent = indented.has(index) ? inside : '';
    const placed = placedAt.get(index);
    if (placed === undefined)
      return commentLine(tree, index, indented.has(index) || isGlobal(index, model.blocks[0]?.header), indent);
    const line = { indent, keywordCase: format.keywordCase, valueColumn: valueColumn(index) };
    return formattedLine(placed, line, catalog.target);
  };
}

function isGlobal(index: number, firstBlock: PlacedDirective | undefined): boolean {
  return firstBlock === undefined || index < firstBlock.lineIndex;
}

// A comment behind the last directive of a block may speak of it or of what follows: its place is the writer's.
function commentLine(tree: SyntaxTree, index: number, placeKnown: boolean, indent: string): string {
  const line = tree.lines[index];
  const text = line?.text ?? '';
  if (line?.kind !== 'comment') return text;
  const end = lengthWithoutEnd(text);
  const trimmed = text.slice(0, end).replace(BLANKS_AT_END, '') + text.slice(end);
  const moved = placeKnown ? indent + trimmed.replace(/^[ \t]+/, '') : trimmed;
  return mayGetTooLong(text, moved) ? text : moved;
}

/** The smallest edit that makes `wanted` of `text`. */
function changed(text: string, wanted: string, start: number): readonly TextEdit[] {
  if (text === wanted) return [];
  let head = 0;
  while (head < text.length && text[head] === wanted[head]) head++;
  let tail = 0;
  const most = Math.min(text.length, wanted.length) - head;
  while (tail < most && text.at(-1 - tail) === wanted.at(-1 - tail)) tail++;
  return [{ start: start + head, end: start + text.length - tail, newText: wanted.slice(head, wanted.length - tail) }];
}

/** Blank lines that follow each other: from `first` up to `next`, which is none. */
interface BlankRun {
  readonly first: number;
  readonly next: number;
}

function blankRun(tree: SyntaxTree, index: number): BlankRun {
  let next = index + 1;
  while (next < tree.lines.length && isBlank(tree.lines[next]?.text ?? '')) next++;
  let first = index;
  while (first > 0 && isBlank(tree.lines[first - 1]?.text ?? '')) first--;
  return { first, next };
}

// A blank line goes where there are too many of them: at the start, before a block, anywhere else.
function blankLine(
  tree: SyntaxTree,
  index: number,
  { first, next }: BlankRun,
  starts: ReadonlySet<number>,
  format: FormatSettings,
): readonly TextEdit[] {
  const text = tree.lines[index]?.text ?? '';
  const start = tree.starts[index] ?? 0;
  const atEdge = first === 0 || next === tree.lines.length;
  const most = atEdge ? 0 : starts.has(next) ? format.blankLinesBetweenBlocks : format.mostBlankLines;
  if (index - first >= most) return [{ start, end: start + text.length, newText: '' }];
  const end = lengthWithoutEnd(text);
  return end === 0 ? [] : [{ start, end: start + end, newText: '' }];
}

function missingBlanks(tree: SyntaxTree, index: number, starts: ReadonlySet<number>, wanted: number): string {
  if (!starts.has(index) || index === 0) return '';
  let blanks = 0;
  while (blanks < index && isBlank(tree.lines[index - 1 - blanks]?.text ?? '')) blanks++;
  if (blanks === index) return '';
  return lineEnd(tree, index - 1).repeat(Math.max(0, wanted - blanks));
}

function finalNewline(tree: SyntaxTree, last: number): readonly TextEdit[] {
  const line = tree.lines.at(-1);
  if (line === undefined || last < tree.lines.length - 1 || line.text.endsWith('\n') || isBlank(line.text)) return [];
  const end = tree.text.length;
  // A CR would become part of the line end.
  if (/\r[ \t]*$/.test(line.text)) return [];
  // Up to 6.9 a CR behind a lone keyword passes for an argument.
  const isLone = line.kind === 'directive' && line.rest.end <= line.rest.start;
  return [{ start: end, end, newText: isLone ? '\n' : lineEnd(tree, 0) }];
}

function lineEnd({ lines }: SyntaxTree, index: number): string {
  return (lines[index]?.text ?? '').endsWith('\r\n') ? '\r\n' : '\n';
}
