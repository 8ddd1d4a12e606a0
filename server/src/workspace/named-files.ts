// Which of the files that a configuration names are there, and which not, in the tree that it lies in. Lists folders, opens nothing.
import type { DiskCache } from './disk-cache';
import type { FolderEntry } from './file-system';
import type { RootMapping } from './root-mapping';

// A generated file may name thousands, and each folder is a question to a disk that may be far away.
const MOST_FOLDERS = 50;

/** What is known of paths; of a folder that cannot be looked into nothing is. */
export interface NamedFiles {
  /** The URIs of the files, by path. */
  readonly there: ReadonlyMap<string, string>;
  readonly absent: ReadonlySet<string>;
}

/** Looks into each folder once. */
export async function lookFor(
  paths: readonly string[],
  mapping: RootMapping,
  disk: Pick<DiskCache, 'entries'>,
): Promise<NamedFiles> {
  const there = new Map<string, string>();
  const absent = new Set<string>();
  const look = async (folder: string, files: readonly NamedFile[]) => {
    const kinds = await kindsIn(mapping.ownUriOf(folder.length > 1 ? folder.slice(0, -1) : folder), disk);
    if (kinds === undefined) return;
    for (const { path, name } of files) {
      const kind = kinds.get(name);
      const place = kind === 'file' || kind === 'link' ? mapping.ownUriOf(path) : undefined;
      if (kind === undefined) absent.add(path);
      if (place !== undefined) there.set(path, place);
    }
  };
  await Promise.all(Array.from(byFolder(paths), ([folder, files]) => look(folder, files)));
  return { there, absent };
}

/** What a folder holds, by name; undefined: it cannot be looked into. */
async function kindsIn(
  uri: string | undefined,
  disk: Pick<DiskCache, 'entries'>,
): Promise<ReadonlyMap<string, FolderEntry['kind']> | undefined> {
  const entries = uri === undefined ? 'unreadable' : await disk.entries(uri);
  if (typeof entries !== 'string') return new Map(entries.map(({ name, kind }) => [name, kind]));
  return entries === 'missing' ? new Map() : undefined;
}

interface NamedFile {
  readonly path: string;
  readonly name: string;
}

function byFolder(paths: readonly string[]): ReadonlyMap<string, readonly NamedFile[]> {
  const folders = new Map<string, NamedFile[]>();
  for (const path of new Set(paths)) {
    const [, folder = '', name = ''] = /^(.*[/\\])([^/\\]+)$/.exec(path) ?? [];
    if (name === '' || name === '.' || name === '..') continue;
    const known = folders.get(folder);
    if (known !== undefined) known.push({ path, name });
    else if (folders.size < MOST_FOLDERS) folders.set(folder, [{ path, name }]);
  }
  return folders;
}
