// Which of the files that a configuration names are there, in the tree that it lies in. Lists folders, opens nothing.
import type { DiskCache } from './disk-cache';
import type { RootMapping } from './root-mapping';

// A generated file may name thousands, and each folder is a question to a disk that may be far away.
const MOST_FOLDERS = 50;

/** The URIs of those that are there, by path. */
export async function filesThere(
  paths: readonly string[],
  mapping: RootMapping,
  disk: Pick<DiskCache, 'entries'>,
): Promise<ReadonlyMap<string, string>> {
  const byFolder = new Map<string, { readonly path: string; readonly name: string }[]>();
  for (const path of new Set(paths)) {
    const [, folder = '', name = ''] = /^(.*[/\\])([^/\\]+)$/.exec(path) ?? [];
    if (name === '' || name === '.' || name === '..') continue;
    const there = byFolder.get(folder);
    if (there !== undefined) there.push({ path, name });
    else if (byFolder.size < MOST_FOLDERS) byFolder.set(folder, [{ path, name }]);
  }
  const found = new Map<string, string>();
  const look = async (folder: string, files: readonly { readonly path: string; readonly name: string }[]) => {
    const uri = mapping.ownUriOf(folder.length > 1 ? folder.slice(0, -1) : folder);
    const entries = uri === undefined ? [] : await disk.entries(uri);
    if (typeof entries === 'string') return;
    const names = new Set(entries.flatMap(({ name, kind }) => (kind === 'file' || kind === 'link' ? [name] : [])));
    for (const { path, name } of files) {
      const place = names.has(name) ? mapping.ownUriOf(path) : undefined;
      if (place !== undefined) found.set(path, place);
    }
  };
  await Promise.all(Array.from(byFolder, ([folder, files]) => look(folder, files)));
  return found;
}
