// Drop-ins: selected lines moved into a file of their own, and the files of an Include put in its place.
import { CodeActionKind } from 'vscode-languageserver-types';
import { matchesPattern } from '../base/wildcard';
import type { IncludePattern } from '../model/configuration';
import { configFolder } from '../model/include-path';
import type { Snapshot } from '../model/snapshot';
import { lengthWithoutEnd, type SyntaxTree } from '../syntax/tree';
import type { Refactoring, SelectedLines } from './refactoring-kind';

/** Offers for the selected lines. */
export function* dropInRefactorings(snapshot: Snapshot, lines: SelectedLines): Iterable<Refactoring> {
  yield* inlined(snapshot, lines);
  yield* extracted(snapshot, lines);
}

const FOLDER = 'sshd_config.d';

// An Include in the place of the lines: sshd reads them where it read them before.
function* extracted(snapshot: Snapshot, { first, last, directives }: SelectedLines): Iterable<Refactoring> {
  const { tree, reading, catalog } = snapshot;
  const [one] = directives;
  const isWhole = directives.every(
    ({ directive, block, line }) =>
      directive !== undefined && !ENDS.has(directive.argument.name) && block === one?.block && line.height === 1,
  );
  if (one === undefined || !isWhole || catalog.directive('Include') === undefined) return;
  const { path, uri } = reading.file;
  if (folderOf(path) !== configFolder(catalog.target)) return;
  const name = freeName(snapshot);
  if (name === undefined) return;
  const start = tree.starts[first] ?? 0;
  const end = (tree.starts[last] ?? 0) + (tree.lines[last]?.text.length ?? 0);
  const lineEnd = lineEndOf(tree, first);
  const indent = one.line.text.slice(0, one.line.keyword.start);
  const text = linesOf(tree, first, last)
    .map((line) => line.replace(/^[ \t]+/, ''))
    .join('');
  yield {
    kind: CodeActionKind.RefactorExtract,
    title: `Move to a file of its own, ${FOLDER}/${name}, and include it here`,
    edits: [{ start, end, newText: `${indent}Include ${FOLDER}/${name}${lineEnd}` }],
    creates: { uri: `${folderOf(uri)}/${FOLDER}/${name}`, text: text.endsWith('\n') ? text : `${text}${lineEnd}` },
  };
}

const ENDS: ReadonlySet<string> = new Set(['match', 'include']);

// A name that no pattern finds already: what is read twice may count twice.
function freeName({ configuration, reading }: Snapshot): string | undefined {
  const { path, uri } = reading.file;
  for (const ending of ['conf', 'inc']) {
    for (let number = 50; number < 100; number++) {
      const name = `${number}-extracted.${ending}`;
      const isThere = configuration.sources.sources.has(`${folderOf(uri)}/${FOLDER}/${name}`);
      const isFound = configuration.includes.some((include) => covers(include, `${folderOf(path)}/${FOLDER}/${name}`));
      if (!isThere && !isFound) return name;
    }
  }
  return undefined;
}

function covers({ path }: IncludePattern, file: string): boolean {
  return path.split('/').length === file.split('/').length && matchesPattern(file, path);
}

// A Match line of an included file ends with the file; here it would take what follows.
function* inlined({ tree, configuration, uri }: Snapshot, { directives }: SelectedLines): Iterable<Refactoring> {
  const [placed, more] = directives;
  if (placed?.directive?.argument.name !== 'include' || more !== undefined || placed.line.height > 1) return;
  const patterns = configuration.includes.filter((one) => one.placed === placed);
  const files = patterns.flatMap(({ files: found = [] }) => found);
  if (patterns.length !== placed.line.words.length || patterns.some(({ files: found }) => found === undefined)) return;
  const texts = files.map((file) => (file.kind === 'read' ? file.reading : undefined));
  if (
    texts.length === 0 ||
    texts.some((one) => one === undefined || one.model.blocks.length > 0 || one.file.uri === uri)
  )
    return;
  const indent = placed.line.text.slice(0, placed.line.keyword.start);
  const lineEnd = lineEndOf(tree, placed.lineIndex);
  const lines = texts.flatMap((one) => (one === undefined ? [] : linesOf(one.tree, 0, one.tree.lines.length - 1)));
  if (lines.some((line) => line.includes('\0'))) return;
  const start = tree.starts[placed.lineIndex] ?? 0;
  yield {
    kind: CodeActionKind.RefactorInline,
    title:
      texts.length === 1
        ? 'Put the lines of the included file here'
        : `Put the lines of the ${texts.length} included files here`,
    edits: [
      {
        start,
        end: start + placed.line.text.length,
        newText: lines.map((line) => withEnd(line.trim() === '' ? line : indent + line, lineEnd)).join(''),
      },
    ],
  };
}

function linesOf(tree: SyntaxTree, first: number, last: number): readonly string[] {
  return tree.lines.slice(first, last + 1).map(({ text }) => text);
}

function withEnd(line: string, lineEnd: string): string {
  return line.slice(0, lengthWithoutEnd(line)) + lineEnd;
}

function lineEndOf({ lines }: SyntaxTree, index: number): string {
  return lines[index]?.text.endsWith('\r\n') ? '\r\n' : '\n';
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
