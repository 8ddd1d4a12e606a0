// Switching lines on and off: a `#` taken away or put in front, with what holds then in the title.
import { CodeActionKind } from 'vscode-languageserver-types';
import type { KnownDirective } from '../catalog/catalog';
import type { MatchBlock, PlacedDirective } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';
import { type SwitchedOff, switchedOff } from '../model/switched-off';
import type { TextEdit } from '../syntax/parse';
import { lastOwnLine } from './match-extent';
import type { Refactoring, SelectedLines } from './refactoring-kind';

/** Offers for the selected lines. */
export function* switchRefactorings(snapshot: Snapshot, lines: SelectedLines): Iterable<Refactoring> {
  const off = switchedOffIn(snapshot, lines);
  const [firstOff] = off;
  if (firstOff !== undefined)
    yield {
      kind: CodeActionKind.RefactorRewrite,
      title: off.length === 1 ? `Switch on ${named(firstOff.directive)}` : `Switch on ${off.length} directives`,
      edits: off.map(({ sign }) => ({ ...sign, newText: '' })),
    };
  const on = lines.directives.filter(({ directive }) => directive?.argument.name !== 'match');
  const [firstOn] = on;
  if (firstOn !== undefined)
    yield {
      kind: CodeActionKind.RefactorRewrite,
      title: on.length === 1 ? `Switch off ${nameOf(firstOn)}` : `Switch off ${on.length} directives`,
      edits: on.map(({ lineIndex, line }) => signAt(snapshot, lineIndex, line.keyword.start)),
    };
  const block = snapshot.model.blocks.find(({ header }) => header.lineIndex === lines.first);
  if (block !== undefined && lines.first === lines.last)
    yield {
      kind: CodeActionKind.RefactorRewrite,
      title: 'Switch off this Match block',
      edits: [...blockSigns(snapshot, block)],
    };
}

// What may not stand where it would come to stand is not offered.
function switchedOffIn({ tree, model, catalog }: Snapshot, { first, last }: SelectedLines): readonly SwitchedOff[] {
  const found: SwitchedOff[] = [];
  for (let index = first; index <= last; index++) {
    const one = switchedOff(tree, index, catalog);
    if (one === undefined) continue;
    const block = model.blocks.findLast(({ header }) => header.lineIndex < index);
    if (one.directive.scope === 'all' || block === undefined || block.criteria.activeWhenRead) found.push(one);
  }
  return found;
}

function* blockSigns(snapshot: Snapshot, block: MatchBlock): Iterable<TextEdit> {
  const { header, directives } = block;
  yield signAt(snapshot, header.lineIndex, header.line.keyword.start);
  const last = lastOwnLine(snapshot.tree, block);
  for (const { lineIndex, line } of directives)
    if (lineIndex <= last) yield signAt(snapshot, lineIndex, line.keyword.start);
}

function signAt({ tree }: Snapshot, lineIndex: number, column: number): TextEdit {
  const start = (tree.starts[lineIndex] ?? 0) + column;
  return { start, end: start, newText: '#' };
}

function nameOf({ directive, line }: PlacedDirective): string {
  return directive === undefined ? `\`${line.keyword.value}\`` : named(directive);
}

function named({ keyword, default: preset }: KnownDirective): string {
  return preset === undefined || preset.length > 40 ? `\`${keyword}\`` : `\`${keyword}\` (default: ${preset})`;
}
