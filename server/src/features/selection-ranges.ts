// Selection ranges: from the part of a word at the cursor out to the word, the arguments, the line, the Match block and the file.
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { TextRange } from '../base/text-range';
import { type Line, lengthWithoutEnd, lineIndexAt, rangeInFile } from '../syntax/tree';
import { directiveOn, elementAt, isCommaList, withoutQuotes } from './cursor-place';
import { editorRange, type FeatureDocument } from './document';
import { lastOwnLine } from './match-extent';
import { matchParts } from './match-roles';

/** One chain of ranges for each position, the smallest first. */
export function selectionRanges(document: FeatureDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const offset = document.offsetAt(position);
    let chain: SelectionRange | undefined;
    for (const range of [...ascending(around(document, offset))].reverse()) {
      const shown = editorRange(document, range);
      chain = chain === undefined ? { range: shown } : { range: shown, parent: chain };
    }
    return chain ?? { range: { start: position, end: position } };
  });
}

function around(document: FeatureDocument, offset: number): readonly TextRange[] {
  const { tree, model } = document.snapshot;
  const file = { start: 0, end: tree.text.length };
  const index = lineIndexAt(tree, offset);
  const line = tree.lines[index];
  if (line === undefined) return [file];
  const start = tree.starts[index] ?? 0;
  const inLine = partsAround(document, line, index, offset - start).map((range) => rangeInFile(tree, index, range));
  const blocks = model.blocks
    .map((block) => ({ first: block.header.lineIndex, last: lastOwnLine(tree, block) }))
    .filter(({ first, last }) => first <= index && index <= last)
    .map(({ first, last }) => ({
      start: tree.starts[first] ?? 0,
      end: (tree.starts[last] ?? 0) + lengthWithoutEnd(tree.lines[last]?.text ?? ''),
    }));
  return [...inLine, ...blocks, file].filter((range) => range.start <= offset && offset <= range.end);
}

function partsAround({ snapshot }: FeatureDocument, line: Line, index: number, at: number): readonly TextRange[] {
  const whole = { start: 0, end: lengthWithoutEnd(line.text) };
  const written = { start: line.text.length - line.text.trimStart().length, end: line.text.trimEnd().length };
  if (line.kind === 'blank') return [whole];
  if (line.kind === 'comment') return [withoutSigns(line.text, line.comment), line.comment, whole];
  const { keyword, words, comment } = line;
  const values = { start: words[0]?.start ?? line.rest.start, end: words.at(-1)?.end ?? line.rest.end };
  const code = { start: keyword.start, end: Math.max(keyword.end, values.end) };
  const placed = directiveOn(snapshot.model.directives, index);
  const parts =
    placed?.directive?.argument.name === 'match'
      ? matchParts(words).flatMap((part) => elements(line.text, part, at))
      : [];
  const isList = placed?.directive !== undefined && isCommaList(placed.directive.argument);
  const ofWords = words.flatMap((word) => [
    ...(isList ? elements(line.text, word, at) : []),
    withoutQuotes(line.text, word),
    word,
  ]);
  const ofComment = comment === undefined ? [] : [withoutSigns(line.text, comment), comment];
  return [withoutQuotes(line.text, keyword), keyword, ...parts, ...ofWords, ...ofComment, values, code, written, whole];
}

function elements(text: string, word: TextRange, at: number): readonly TextRange[] {
  return at < word.start || at > word.end ? [] : [elementAt(text, word, at), word];
}

function withoutSigns(text: string, comment: TextRange): TextRange {
  const signs = /^[#\s]*/.exec(text.slice(comment.start, comment.end))?.[0].length ?? 0;
  return { start: comment.start + signs, end: comment.end };
}

// Each range holds the one before it; what only overlaps is left out.
function ascending(ranges: readonly TextRange[]): readonly TextRange[] {
  const sorted = ranges.toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const chain: TextRange[] = [];
  for (const range of sorted) {
    const last = chain.at(-1);
    const holds = last === undefined || (range.start <= last.start && last.end <= range.end);
    const same = last !== undefined && range.start === last.start && range.end === last.end;
    if (holds && !same && range.end > range.start) chain.push(range);
  }
  return chain;
}
