// What can be folded away: Match blocks, runs of comment lines, `# region` to `# endregion`.
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { type Line, lengthWithoutEnd } from '../syntax/tree';
import type { FeatureDocument } from './document';
import { lastOwnLine } from './match-extent';

/** Folding ranges in file order. */
export function foldingRanges(document: FeatureDocument): FoldingRange[] {
  const { tree, model } = document.snapshot;
  const blocks = model.blocks.map((block): Stretch => [block.header.lineIndex, lastOwnLine(tree, block)]);
  const found = [
    ...blocks.map((stretch) => folding(document, stretch)),
    ...commentRuns(tree.lines).map((stretch) => folding(document, stretch, FoldingRangeKind.Comment)),
    ...regions(tree.lines).map((stretch) => folding(document, stretch, FoldingRangeKind.Region)),
  ];
  return found
    .filter((range) => range.endLine > range.startLine)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

type Stretch = readonly [first: number, last: number];

function folding(document: FeatureDocument, [first, last]: Stretch, kind?: FoldingRangeKind): FoldingRange {
  const { tree } = document.snapshot;
  const end = (tree.starts[last] ?? 0) + lengthWithoutEnd(tree.lines[last]?.text ?? '');
  return {
    startLine: document.positionAt(tree.starts[first] ?? 0).line,
    endLine: document.positionAt(end).line,
    ...(kind === undefined ? {} : { kind }),
  };
}

function commentRuns(lines: readonly Line[]): readonly Stretch[] {
  const runs: Stretch[] = [];
  let first = -1;
  for (let at = 0; at <= lines.length; at++) {
    const line = lines[at];
    const inside = line?.kind === 'comment' && regionMark(line) === undefined;
    if (inside && first < 0) first = at;
    if (!inside && first >= 0) {
      runs.push([first, at - 1]);
      first = -1;
    }
  }
  return runs;
}

function regions(lines: readonly Line[]): readonly Stretch[] {
  const found: Stretch[] = [];
  const open: number[] = [];
  for (const [at, line] of lines.entries()) {
    const mark = regionMark(line);
    if (mark === 'start') open.push(at);
    if (mark !== 'end') continue;
    const first = open.pop();
    if (first !== undefined) found.push([first, at]);
  }
  return found;
}

function regionMark(line: Line): 'start' | 'end' | undefined {
  if (line.kind !== 'comment') return undefined;
  const mark = /^\s*#\s*(region|endregion)\b/i.exec(line.text)?.[1]?.toLowerCase();
  if (mark === undefined) return undefined;
  return mark === 'region' ? 'start' : 'end';
}
