// Workspace symbols: directives and Match blocks of every file that is read with an open one, found by a few letters.
import { type Location, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { DirectiveInFile } from '../model/configuration';
import { rangeInFile } from '../syntax/tree';
import { editorLocation, type FeatureDocument } from './document';
import { shortened } from './markdown';

const MOST = 500;
const LONGEST = 100;

/** The symbols whose text has the letters of `query` in this order. Each line once, however many documents lead to it. */
export function workspaceSymbols(documents: readonly FeatureDocument[], query: string): WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const found = new Map<string, WorkspaceSymbol>();
  for (const document of documents) {
    for (const line of document.snapshot.configuration.directives) {
      if (found.size >= MOST) return [...found.values()];
      const name = nameOf(line);
      const key = `${line.reading.file.uri} ${line.placed.lineIndex}`;
      if (found.has(key) || !hasInOrder(name.toLowerCase(), wanted)) continue;
      const location = locationOf(document, line);
      if (location !== undefined) found.set(key, symbol(name, line, location));
    }
  }
  return [...found.values()];
}

function symbol(name: string, { placed, reading }: DirectiveInFile, location: Location): WorkspaceSymbol {
  const isMatch = placed.directive?.argument.name === 'match';
  const around = placed.conditions.at(-1);
  const containerName = around === undefined ? reading.file.path : nameOf({ reading, placed: around.header });
  return { name, kind: isMatch ? SymbolKind.Namespace : SymbolKind.Property, location, containerName };
}

function nameOf({ placed: { line, directive } }: DirectiveInFile): string {
  const value = line.text.slice(line.rest.start, line.words.at(-1)?.end ?? line.rest.end).replace(/[\s\0]+/g, ' ');
  return shortened(`${directive?.keyword ?? line.keyword.value} ${value}`.trim(), LONGEST);
}

function locationOf(document: FeatureDocument, { reading, placed }: DirectiveInFile): Location | undefined {
  const { line, lineIndex } = placed;
  const end = Math.max(line.keyword.end, line.words.at(-1)?.end ?? 0);
  return editorLocation(
    document,
    rangeInFile(reading.tree, lineIndex, { start: line.keyword.start, end }),
    reading.file.uri,
  );
}

function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
