// What installed sshds have said, until the text they said it of changes. Keeps and sends diagnostics, makes none.
import type { Diagnostic } from 'vscode-languageserver';

/** One check: its diagnostics by URI, and every file that took part. */
export interface SshdResult {
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly files: readonly string[];
}

export interface SshdResults {
  readonly of: (uri: string) => readonly Diagnostic[];
  /** Takes over the result of a check of `uri` in place of an earlier one. */
  readonly keep: (uri: string, result: SshdResult) => void;
  /** A file's text changed: what was said with it is about an older text. */
  readonly changed: (uri: string) => void;
  readonly closed: (uri: string) => void;
}

/** `publish` is told of every file whose diagnostics changed. */
export function sshdResults(publish: (uri: string) => void): SshdResults {
  const results = new Map<string, SshdResult>();
  const drop = (main: string): readonly string[] => {
    const uris = [...(results.get(main)?.diagnostics.keys() ?? [])];
    results.delete(main);
    return uris;
  };
  return {
    of: (uri) => [...results.values()].flatMap(({ diagnostics }) => diagnostics.get(uri) ?? []),
    keep: (uri, result) => {
      const before = drop(uri);
      results.set(uri, result);
      for (const one of new Set([...before, ...result.diagnostics.keys()])) publish(one);
    },
    changed: (uri) => {
      const touched = [...results].filter(([, { files }]) => files.includes(uri)).map(([main]) => main);
      for (const one of new Set(touched.flatMap(drop))) publish(one);
    },
    closed: (uri) => drop(uri).forEach(publish),
  };
}
