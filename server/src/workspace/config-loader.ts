// Loads the files that one sshd would read: what is open goes before what is on disk. Which files are wanted, the model says.
import type { Catalog } from '../catalog/catalog';
import { readConfiguration, readingOf } from '../model/configuration';
import type { ReadFailure, Source, SourceFile, SourceSet } from '../model/source-set';
import type { DiskCache } from './disk-cache';
import type { FolderEntry } from './file-system';
import { decodedUri, folderOf } from './file-uri';
import { globFiles } from './glob-files';
import { isMainByName, type RootMapping } from './root-mapping';

/** The texts that editors hold. */
export interface OpenFiles {
  readonly uris: () => readonly string[];
  /** Absent: not open. */
  readonly source: (uri: string, path: string) => SourceFile | undefined;
}

/** How a configuration is loaded. */
export interface LoadRequest {
  readonly mapping: RootMapping;
  readonly open: OpenFiles;
  /** What the files are judged for, as far as they are known. */
  readonly catalogOf: (set: SourceSet) => Catalog;
}

/** Files of one configuration, at most; sshd has no such limit. */
const MOST_FILES = 10_000;
/** Characters of one configuration, at most. */
const MOST_TEXT = 64 * 1024 * 1024;

/** The set around a file: that of the first main file that reads it, else its own. */
export async function loadAround(uri: string, request: LoadRequest, disk: DiskCache): Promise<SourceSet> {
  const own = await sourceAt(uri, request, disk);
  const mains = isMainByName(uri) ? [] : request.mapping.mains.filter((main) => decodedUri(main) !== decodedUri(uri));
  for (const main of mains) {
    const source = await sourceAt(main, request, disk);
    if (source.kind !== 'file') continue;
    const set = await loadFrom(source, own, request, disk);
    if (readingOf(readConfiguration(set, request.catalogOf(set)), own.uri) !== undefined) return set;
  }
  return loadFrom(own, own, request, disk);
}

function loadFrom(main: Source, own: Source, request: LoadRequest, disk: DiskCache): Promise<SourceSet> {
  const sources = new Map<string, Source>([
    [main.uri, main],
    [own.uri, own],
  ]);
  return complete({ main: main.uri, sources, matches: new Map() }, request, disk);
}

/** The set with everything in it that its configuration wants and that can be found. */
export async function complete(set: SourceSet, request: LoadRequest, disk: DiskCache): Promise<SourceSet> {
  let now = set;
  for (;;) {
    const { patterns, uris } = readConfiguration(now, request.catalogOf(now)).wanted;
    if (patterns.length === 0 && uris.length === 0) return now;
    const next: Growing = {
      sources: new Map(now.sources),
      matches: new Map(now.matches),
      unreachable: new Set(now.unreachable),
    };
    for (const pattern of patterns) await match(pattern, next, request, disk);
    await fetch(uris, next, request, disk);
    now = { main: now.main, ...next };
  }
}

interface Growing {
  readonly sources: Map<string, Source>;
  readonly matches: Map<string, readonly string[]>;
  readonly unreachable: Set<string>;
}

async function match(pattern: string, next: Growing, request: LoadRequest, disk: DiskCache): Promise<void> {
  const { mapping, open } = request;
  const found = await globFiles(pattern, {
    uriOf: mapping.uriOf,
    entries: (uri) => entriesOf(uri, open, disk),
    source: (uri) => sourceAt(uri, request, disk),
  });
  if (found === undefined) {
    next.unreachable.add(pattern);
    return;
  }
  // An open document is known by the address that its editor uses.
  const uris = found.uris.map((uri) => open.source(uri, mapping.pathOf(uri))?.uri ?? uri);
  next.matches.set(pattern, uris);
  for (const failure of found.failures) next.sources.set(failure.uri, failure);
}

const AT_ONCE = 200;

async function fetch(
  uris: readonly string[],
  { sources }: Growing,
  request: LoadRequest,
  disk: DiskCache,
): Promise<void> {
  let text = 0;
  for (const source of sources.values()) text += source.kind === 'file' ? source.text.length : 0;
  for (let at = 0; at < uris.length; at += AT_ONCE) {
    const some = uris.slice(at, at + AT_ONCE);
    const full = sources.size >= MOST_FILES || text >= MOST_TEXT;
    const read = full
      ? some.map((uri): Source => ({ kind: 'failure', uri, path: request.mapping.pathOf(uri), reason: 'too-many' }))
      : await Promise.all(some.map((uri) => sourceAt(uri, request, disk)));
    for (const source of read) {
      sources.set(source.uri, source);
      text += source.kind === 'file' ? source.text.length : 0;
    }
  }
}

/** A file as it is: open, or on disk. */
export async function sourceAt(uri: string, { mapping, open }: LoadRequest, disk: DiskCache): Promise<Source> {
  const path = mapping.pathOf(uri);
  return open.source(uri, path) ?? (await disk.source(uri, path));
}

// What is open lies in its folder, saved or not.
async function entriesOf(uri: string, open: OpenFiles, disk: DiskCache): Promise<readonly FolderEntry[] | ReadFailure> {
  const listed = await disk.entries(uri);
  const folder = decodedUri(uri);
  const names = open
    .uris()
    .map(decodedUri)
    .filter((one) => folderOf(one) === folder)
    .map((one) => one.slice(folder.length + 1));
  if (names.length === 0) return listed;
  const known = typeof listed === 'string' ? [] : listed;
  const more = names.filter((name) => !known.some((entry) => entry.name === name));
  return [...known, ...more.map((name): FolderEntry => ({ name, kind: 'file' }))];
}
