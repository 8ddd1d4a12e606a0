// Which files a pattern finds in a tree of folders, in the order of glob(3). Bounded: a pattern may stand for the whole disk.
import type { ReadFailure, Source } from '../model/source-set';
import type { FolderEntry } from './file-system';
import { type GlobPart, globParts, inByteOrder } from './glob';

/** What the search needs to know of the tree; paths as sshd names them. */
export interface GlobTree {
  /** Absent: nothing here stands for the path. */
  readonly uriOf: (path: string) => string | undefined;
  readonly entries: (uri: string) => Promise<readonly FolderEntry[] | ReadFailure>;
  /** What is there under a plain name. */
  readonly source: (uri: string) => Promise<Source>;
}

/** What was found. */
export interface GlobResult {
  readonly uris: readonly string[];
  /** Folders among the URIs that could not be listed, or where the search was given up. */
  readonly failures: readonly Source[];
}

/** Folders that are listed for one pattern, at most. */
const MOST_FOLDERS = 2000;
/** Files that one pattern finds, at most. */
const MOST_MATCHES = 10_000;

/** Undefined: the pattern leads to where we cannot look. */
export async function globFiles(pattern: string, tree: GlobTree): Promise<GlobResult | undefined> {
  const parts = globParts(pattern);
  const search: Search = { tree, failures: [], folders: 0 };
  let paths: readonly string[] = [''];
  for (const [index, part] of parts.entries()) {
    if (index === 0 && part.literal !== undefined) paths = [part.literal];
    else if (part.literal !== undefined) paths = paths.map((path) => `${path}/${part.literal}`);
    else {
      const listed = await listedIn(paths, part, search);
      if (listed === undefined) return undefined;
      paths = listed;
    }
  }
  const last = parts.at(-1);
  return last?.literal === undefined ? found(paths, search) : present(paths, last.literal === '', search);
}

interface Search {
  readonly tree: GlobTree;
  readonly failures: Source[];
  folders: number;
}

async function listedIn(
  paths: readonly string[],
  part: GlobPart,
  search: Search,
): Promise<readonly string[] | undefined> {
  const next: string[] = [];
  for (const path of paths) {
    const uri = search.tree.uriOf(path === '' ? '/' : path);
    if (uri === undefined) return undefined;
    const names = next.length > MOST_MATCHES ? 'too-many' : await namesIn(uri, search);
    if (names === 'too-many' || names === 'unreadable') fail(uri, path, names, search);
    if (names === 'too-many') break;
    // Of what is missing or no folder, glob(3) says nothing.
    const fitting = typeof names === 'string' ? [] : names.filter(({ name }) => part.fits(name));
    for (const { name } of fitting) next.push(`${path}/${name}`);
  }
  if (next.length > MOST_MATCHES) overflow(paths.at(-1) ?? '', search);
  return next.toSorted(inByteOrder).slice(0, MOST_MATCHES);
}

function namesIn(uri: string, search: Search): ReturnType<GlobTree['entries']> {
  return ++search.folders > MOST_FOLDERS ? Promise.resolve('too-many') : search.tree.entries(uri);
}

function overflow(path: string, search: Search): void {
  const uri = search.tree.uriOf(path === '' ? '/' : path);
  if (uri !== undefined && !search.failures.some((failure) => failure.uri === uri)) fail(uri, path, 'too-many', search);
}

function fail(uri: string, path: string, reason: ReadFailure, { failures }: Search): void {
  failures.push({ kind: 'failure', uri, path: path === '' ? '/' : path, reason });
}

function found(paths: readonly string[], { tree, failures }: Search): GlobResult {
  const uris = paths.flatMap((path) => tree.uriOf(path) ?? []);
  return { uris: [...uris, ...failures.map(({ uri }) => uri)], failures };
}

// A name without wildcards at the end is only looked for.
async function present(
  paths: readonly string[],
  mustBeFolder: boolean,
  search: Search,
): Promise<GlobResult | undefined> {
  const uris: string[] = [];
  for (const path of paths) {
    const uri = search.tree.uriOf(path);
    if (uri === undefined) return undefined;
    const source = await search.tree.source(uri);
    const reason = source.kind === 'failure' ? source.reason : undefined;
    if (reason !== 'missing' && (!mustBeFolder || reason === 'folder')) uris.push(uri);
  }
  return { uris: [...uris, ...search.failures.map(({ uri }) => uri)], failures: search.failures };
}
