// The paths of files that a file names, with their ranges. Whether they are there is asked elsewhere.
import type { Range } from 'vscode-languageserver-types';
import { pathWords } from '../model/named-paths';
import { rangeInFile } from '../syntax/tree';
import { editorRange, type FeatureDocument } from './document';

/** A path in a line. */
export interface NamedPath {
  /** As sshd opens it. */
  readonly path: string;
  readonly range: Range;
}

/** The paths of a file, in its order. */
export function namedPaths(document: FeatureDocument): readonly NamedPath[] {
  const { model, tree, catalog } = document.snapshot;
  return model.directives.flatMap((placed) =>
    pathWords(placed, catalog.target).map((word) => {
      const inside = word.quoted ? { start: word.start + 1, end: word.end - 1 } : word;
      return { path: word.value, range: editorRange(document, rangeInFile(tree, placed.lineIndex, inside)) };
    }),
  );
}
