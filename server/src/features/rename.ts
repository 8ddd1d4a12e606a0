// Rename of a user, group, host, environment variable or subsystem, in all lines of all files that sshd reads.
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { touches } from '../base/text-range';
import { type NameKind, type NameUse, namesOn, usesOf } from '../model/names';
import { lineIndexAt, rangeInFile } from '../syntax/tree';
import { directiveOn } from './cursor-place';
import { editorLocation, editorRange, type FeatureDocument } from './document';

/** What can be renamed at a position: its range and present text; null: nothing. */
export function prepareRename(
  document: FeatureDocument,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | null {
  const found = nameAt(document, position);
  if (found === undefined) return null;
  const { use, lineIndex } = found;
  const range = editorRange(document, rangeInFile(document.snapshot.tree, lineIndex, use.range));
  return { range, placeholder: use.name };
}

/** The edits, or why there are none. */
export function rename(
  document: FeatureDocument,
  position: Position,
  newName: string,
): WorkspaceEdit | { readonly problem: string } {
  const found = nameAt(document, position);
  if (found === undefined) return { problem: 'Nothing here can be renamed.' };
  const { use } = found;
  const problem = nameProblem(use.kind, newName);
  if (problem !== undefined) return { problem };
  const changes: Record<string, TextEdit[]> = {};
  for (const { reading, placed, range } of usesOf(document.snapshot.configuration, use)) {
    const where = rangeInFile(reading.tree, placed.lineIndex, range);
    const location = editorLocation(document, where, reading.file.uri);
    if (location === undefined) continue;
    changes[location.uri] ??= [];
    changes[location.uri]?.push({ range: location.range, newText: newName });
  }
  return { changes };
}

function nameAt(
  { snapshot, offsetAt }: FeatureDocument,
  position: Position,
): { readonly use: NameUse; readonly lineIndex: number } | undefined {
  const { tree, model } = snapshot;
  const offset = offsetAt(position);
  const lineIndex = lineIndexAt(tree, offset);
  const placed = directiveOn(model.directives, lineIndex);
  const at = offset - (tree.starts[lineIndex] ?? 0);
  const use = placed && namesOn(placed, model).find(({ range }) => touches(range, at));
  return use === undefined ? undefined : { use, lineIndex };
}

// What would be read as something else where the old name stands.
function nameProblem(kind: NameKind, name: string): string | undefined {
  if (name === '') return 'A name cannot be empty.';
  const odd = /[\s"'\\,#=\0]/.exec(name)?.[0];
  if (odd !== undefined) return `A name with ${/\s/.test(odd) ? 'a blank' : odd} in it cannot be written here.`;
  if (name.startsWith('!')) return 'A ! in front of a name leaves it out of the list; it is no part of it.';
  if (kind !== 'subsystem' && kind !== 'environment variable' && name.includes('@'))
    return 'An @ parts user and host; it cannot be part of a name.';
  return undefined;
}
