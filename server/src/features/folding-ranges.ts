// What can be folded away: Match blocks, what stands below a heading, runs of comment lines, `# region` to `# endregion`.
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Catalog } from '../catalog/catalog';
import { headings } from '../model/headings';
import { switchedOff } from '../model/switched-off';
import { type Line, lengthWithoutEnd, type SyntaxTree } from '../syntax/tree';
import type { FeatureDocument } from './document';
import { lastOwnLine } from './match-extent';

/** Folding ranges in file order. */
export function foldingRanges(document: FeatureDocument): FoldingRange[] {
  const { tree, model } = document.snapshot;
  const blocks = model.blocks.map((block): Stretch => [block.header.lineIndex, lastOwnLine(tree, block)]);
  const found = [
    ...blocks.map((stretch) => folding(document, stretch)),
    ...headed(document).map((stretch) => folding(document, stretch)),
    ...commentRuns(tree.lines).map((stretch) => folding(document, stretch, FoldingRangeKind.Comment)),
    ...regions(tree.lines).map((stretch) => folding(document, stretch, FoldingRangeKind.Region)),
  ];
  return found
    .filter((range) => range.endLine > range.startLine)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)
    .filter((range, at, all) => range.startLine !== all[at - 1]?.startLine || range.endLine !== all[at - 1]?.endLine);
}

// A heading holds the directives below it, commented-out ones too; one that nothing follows is prose.
function headed({ snapshot: { tree, model, catalog } }: FeatureDocument): readonly Stretch[] {
  const [first] = model.blocks;
  const sections: readonly Stretch[] = [
    [0, (first?.header.lineIndex ?? tree.lines.length) - 1],
    ...model.blocks.map((block): Stretch => [block.header.lineIndex + 1, lastOwnLine(tree, block)]),
  ];
  return sections.flatMap(([from, to]) => {
    const found = headings(tree, from, to + 1, catalog);
    return found.flatMap(({ lineIndex, isRegion }, index): readonly Stretch[] => {
      if (isRegion) return [];
      let last = (found[index + 1]?.lineIndex ?? to + 1) - 1;
      while (last > lineIndex && !holdsDirective(tree, last, catalog)) last--;
      return last === lineIndex ? [] : [[lineIndex, last]];
    });
  });
}

function holdsDirective(tree: SyntaxTree, index: number, catalog: Catalog): boolean {
  return tree.lines[index]?.kind === 'directive' || switchedOff(tree, index, catalog) !== undefined;
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
