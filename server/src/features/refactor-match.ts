// Match blocks: split, merged, left, and begun for some users only.
import { CodeActionKind } from 'vscode-languageserver-types';
import type { MatchBlock, PlacedDirective } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';
import { insertion, removal, styleOf } from '../rules/line-edits';
import { lengthWithoutEnd } from '../syntax/tree';
import { lastOwnLine } from './match-extent';
import type { Refactoring, SelectedLines } from './refactoring-kind';

/** Blocks that a line is offered to, at most. */
const MOST_BLOCKS = 3;
const MOVE = `${CodeActionKind.Refactor}.move`;

/** Offers for the selected directive, or for the Match line. */
export function* matchRefactorings(snapshot: Snapshot, { directives }: SelectedLines): Iterable<Refactoring> {
  const [placed, more] = directives;
  if (placed === undefined || more !== undefined || placed.line.height > 1) return;
  const own = snapshot.model.blocks.find(({ header }) => header === placed);
  if (own !== undefined) yield* merged(snapshot, own);
  else if (placed.block !== undefined) {
    yield* split(snapshot, placed, placed.block);
    yield* movedOut(snapshot, placed);
  } else yield* forSomeUsers(snapshot, placed);
}

function* split(
  { tree }: Snapshot,
  placed: PlacedDirective,
  { header, directives }: MatchBlock,
): Iterable<Refactoring> {
  if (directives[0] === placed || header.line.height > 1) return;
  yield {
    kind: CodeActionKind.RefactorRewrite,
    title: 'Split the Match block here',
    edits: [insertion(tree, placed.lineIndex, ['', withoutEnd(header.line.text)])],
  };
}

// Both blocks fit the same connections. What stands between them must not set what moves, or another line would win.
function* merged({ tree, model }: Snapshot, block: MatchBlock): Iterable<Refactoring> {
  const at = model.blocks.indexOf(block);
  const twin = model.blocks.findIndex((other, index) => index > at && criteriaText(other) === criteriaText(block));
  const later = model.blocks[twin];
  if (later === undefined || block.criteria.problems.length > 0 || later.directives.some(({ line }) => line.height > 1))
    return;
  const moved = new Set(later.directives.map(({ directive }) => directive?.slot));
  const between = model.blocks.slice(at + 1, twin).flatMap(({ directives }) => directives);
  if (between.some(({ directive }) => directive === undefined || moved.has(directive.slot))) return;
  const behind = (block.directives.at(-1) ?? block.header).lineIndex + 1;
  yield {
    kind: CodeActionKind.RefactorRewrite,
    title: 'Merge the later block with the same criteria into this one',
    edits: [
      insertion(
        tree,
        behind,
        later.directives.map(({ line }) => withoutEnd(line.text)),
      ),
      removal(tree, later.header),
      ...later.directives.map((one) => removal(tree, one)),
    ],
  };
}

function criteriaText({ criteria }: MatchBlock): string {
  const parts = criteria.criteria.map(({ criterion, value }) => `${criterion.name} ${value?.value ?? ''}`);
  return JSON.stringify(parts.sort());
}

// Behind a global line of the same directive it would have no effect.
function* movedOut({ tree, model }: Snapshot, placed: PlacedDirective): Iterable<Refactoring> {
  const { directive, line, lineIndex } = placed;
  const first = model.blocks[0];
  if (directive === undefined || first === undefined || placed.conditions.length > 1) return;
  const isSet = model.settersOf(directive.slot).some(({ block }) => block === undefined);
  if (isSet && directive.repeats === 'first') return;
  yield {
    kind: MOVE,
    title: `Move \`${directive.keyword}\` to the global section, for everyone`,
    edits: [
      insertion(tree, globalEnd(tree, first), [withoutEnd(line.text).trimStart()]),
      removal(tree, { ...placed, lineIndex }),
    ],
  };
}

// Above the blank lines and comments that lead over to the first Match line.
function globalEnd({ lines }: Snapshot['tree'], { header }: MatchBlock): number {
  let end = header.lineIndex;
  while (end > 0 && lines[end - 1]?.kind !== 'directive') end--;
  return end === 0 ? header.lineIndex : end;
}

function* forSomeUsers({ tree, model }: Snapshot, placed: PlacedDirective): Iterable<Refactoring> {
  const { directive, line, conditions } = placed;
  if (directive?.scope !== 'all' || directive.status !== 'supported' || conditions.length > 0) return;
  if (directive.argument.name === 'include') return;
  const text = withoutEnd(line.text).trim();
  const free = model.blocks.filter(
    ({ header, directives }) =>
      header.lineIndex > placed.lineIndex &&
      header.line.height === 1 &&
      !directives.some((one) => one.directive?.slot === directive.slot),
  );
  for (const block of free.slice(0, MOST_BLOCKS)) {
    const { header, directives } = block;
    const name = header.line.text.slice(header.line.keyword.start, header.line.rest.end).trim();
    const indent = directives[0] === undefined ? '    ' : styleOf(directives[0]).indent;
    yield {
      kind: MOVE,
      title: `Set \`${directive.keyword}\` only for \`${name}\``,
      edits: [removal(tree, placed), insertion(tree, lastOwnLine(tree, block) + 1, [indent + text])],
    };
  }
  yield {
    kind: MOVE,
    title: `Set \`${directive.keyword}\` for some users only (a Match block at the end)`,
    edits: [removal(tree, placed), insertion(tree, tree.lines.length, ['', 'Match User CHANGE-ME', `    ${text}`])],
  };
}

function withoutEnd(text: string): string {
  return text.slice(0, lengthWithoutEnd(text));
}
