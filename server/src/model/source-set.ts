// The files that one sshd would read: an immutable snapshot of texts, read failures and what Include patterns find. Fetches nothing: workspace does.
import { inDialect, parse } from '../syntax/parse';
import type { Dialect, SyntaxTree } from '../syntax/tree';

/** Why there is no text. */
export type ReadFailure =
  | 'missing'
  | 'unreadable'
  | 'folder'
  | 'dangling-link'
  | 'too-large'
  /** There are more files than we look at. */
  | 'too-many';

/** A file with its text. */
export interface SourceFile {
  readonly kind: 'file';
  readonly uri: string;
  /** As sshd names it in its messages, e.g. `/etc/ssh/sshd_config.d/10-a.conf`. */
  readonly path: string;
  readonly text: string;
  /** Whether the bytes start with a byte order mark, which is not in the text. */
  readonly byteOrderMark: boolean;
}

/** A file that Include finds and that could not be read. */
export interface SourceFailure {
  readonly kind: 'failure';
  readonly uri: string;
  readonly path: string;
  readonly reason: ReadFailure;
}

export type Source = SourceFile | SourceFailure;

/** What is known of the files. What is asked for and not known yet, `Configuration.wanted` says. */
export interface SourceSet {
  /** The URI of the file that sshd is started with. */
  readonly main: string;
  /** By URI. */
  readonly sources: ReadonlyMap<string, Source>;
  /** The URIs that each Include pattern finds, in the order of glob(3); by the pattern as sshd resolves it (includePath()). */
  readonly matches: ReadonlyMap<string, readonly string[]>;
  /** Patterns that lead to where nobody here can look. */
  readonly unreachable?: ReadonlySet<string>;
}

const TREES = new WeakMap<SourceFile, Map<Dialect, SyntaxTree>>();

/** The tree of a file; parsed once for each dialect. */
export function treeOf(file: SourceFile, dialect: Dialect): SyntaxTree {
  const known = TREES.get(file) ?? new Map<Dialect, SyntaxTree>();
  TREES.set(file, known);
  const [any] = known.values();
  const tree = known.get(dialect) ?? (any ? inDialect(any, dialect) : parse(file.text, dialect));
  known.set(dialect, tree);
  return tree;
}

/** A file whose tree is there already: an open document, re-parsed edit by edit. */
export function parsedFile(file: Omit<SourceFile, 'kind' | 'text'>, tree: SyntaxTree): SourceFile {
  const source: SourceFile = { kind: 'file', ...file, text: tree.text };
  TREES.set(source, new Map([[tree.dialect, tree]]));
  return source;
}

/** A set of one file that includes nothing we know of. */
export function loneSource(file: SourceFile): SourceSet {
  return { main: file.uri, sources: new Map([[file.uri, file]]), matches: new Map() };
}

/** The set with some of its files in another state: what editors hold goes before what is on disk. */
export function withSources(set: SourceSet, changed: readonly Source[]): SourceSet {
  if (changed.length === 0) return set;
  const sources = new Map(set.sources);
  for (const source of changed) sources.set(source.uri, source);
  return { ...set, sources };
}
