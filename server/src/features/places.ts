// Lines of any file of the configuration as links, locations and short names: what the features that reach into other files share.
import type { Location } from 'vscode-languageserver-types';
import type { DirectiveInFile } from '../model/configuration';
import { rangeInFile } from '../syntax/tree';
import { editorLocation, type FeatureDocument } from './document';

/** The keyword of a line, wherever it stands. */
export function keywordLocation(document: FeatureDocument, { reading, placed }: DirectiveInFile): Location | undefined {
  const range = rangeInFile(reading.tree, placed.lineIndex, placed.line.keyword);
  return editorLocation(document, range, reading.file.uri);
}

/** The locations of lines, each once: a file that is read twice shows its lines once. */
export function keywordLocations(document: FeatureDocument, lines: readonly DirectiveInFile[]): Location[] {
  const found = new Map<string, Location>();
  for (const line of lines) {
    const location = keywordLocation(document, line);
    if (location !== undefined) found.set(`${location.uri} ${line.placed.lineIndex}`, location);
  }
  return [...found.values()];
}

/** A line in Markdown: `line 3`, and in another file a link that leads there. */
export function lineLink(document: FeatureDocument, line: DirectiveInFile): string {
  const location = keywordLocation(document, line);
  const number = (location?.range.start.line ?? line.placed.lineIndex) + 1;
  if (location === undefined || location.uri === document.snapshot.uri) return `line ${number}`;
  return `[${linkText(lastPart(line.reading.file.path))}:${number}](${location.uri}#L${number})`;
}

/** The last part of a path. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function linkText(name: string): string {
  return name.replace(/[\\[\]`*_<>]/g, '\\$&');
}
