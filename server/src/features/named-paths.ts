// Files of the system that lines name by an absolute path: a banner, a key, a command. Whether they are there is asked elsewhere.
import type { Range } from 'vscode-languageserver-types';
import type { TextRange } from '../base/text-range';
import { rangeInFile } from '../syntax/tree';
import { editorRange, type FeatureDocument } from './document';

/** A path in a line. */
export interface NamedPath {
  /** As sshd opens it. */
  readonly path: string;
  readonly range: Range;
}

/** The paths of a file, in its order; not those that depend on who logs in, nor patterns. */
export function namedPaths(document: FeatureDocument): readonly NamedPath[] {
  const { model, tree, catalog } = document.snapshot;
  return model.directives.flatMap(({ directive, line, lineIndex }) => {
    if (directive?.status !== 'supported' || directive.argument.pathAt === undefined) return [];
    const varies = directive.argument.tokens?.(catalog.target) ?? [];
    return line.words.flatMap((word, index) => {
      const wants = directive.argument.pathAt?.(index)?.wants;
      const { value } = word;
      if ((wants !== 'file' && wants !== 'program') || !isAbsolute(value, catalog.target.vendor)) return [];
      if (varies.length > 0 && value.includes('%')) return [];
      const inside: TextRange = word.quoted ? { start: word.start + 1, end: word.end - 1 } : word;
      return [{ path: value, range: editorRange(document, rangeInFile(tree, lineIndex, inside)) }];
    });
  });
}

function isAbsolute(path: string, vendor: string | undefined): boolean {
  return path.length > 1 && (path.startsWith('/') || (vendor === 'windows' && /^[A-Za-z]:[\\/]/.test(path)));
}
