// Links on paths of files that are there, and on the patterns of Include lines that find files. A range leads to one place only: where several are found, to the first; definition shows all.
import type { DocumentLink } from 'vscode-languageserver-types';
import { rangeInFile } from '../syntax/tree';
import { editorRange, type FeatureDocument } from './document';
import { namedPaths } from './named-paths';
import { lastPart } from './places';

const MOST_NAMES = 10;

/** The links of the file. `places`: where files lie that it names, of those that are there. */
export function documentLinks(
  document: FeatureDocument,
  places: ReadonlyMap<string, string> = new Map(),
): DocumentLink[] {
  const files = namedPaths(document).flatMap(({ path, range }) => {
    const target = places.get(path);
    return target === undefined ? [] : [{ range, target, tooltip: `Open ${path}` }];
  });
  return [...includeLinks(document), ...files];
}

function includeLinks(document: FeatureDocument): DocumentLink[] {
  const { configuration, reading, tree } = document.snapshot;
  return configuration.includes.flatMap((include) => {
    if (include.reading !== reading) return [];
    const files = (include.files ?? []).flatMap((file) => (file.kind === 'read' ? [file.reading.file] : []));
    const [first] = files;
    if (first === undefined) return [];
    const names = files.slice(0, MOST_NAMES).map(({ path }) => lastPart(path));
    const more = files.length > names.length ? `, and ${files.length - names.length} more` : '';
    return [
      {
        range: editorRange(document, rangeInFile(tree, include.placed.lineIndex, include.word)),
        target: first.uri,
        tooltip: files.length === 1 ? `Open ${first.path}` : `Open the first of: ${names.join(', ')}${more}`,
      },
    ];
  });
}
