// Lists the folder that a half-written path leads to, where it lies in the tree of the file. Asks anew each time, keeps nothing, watches nothing.
import type { FolderListing, WantedFolder } from '../model/folder-listing';
import type { FileSystem, FolderEntry } from './file-system';
import type { RootMapping } from './root-mapping';

/** More names than these nobody reads; then only those count that begin with what is written. */
const MOST_NAMES = 300;

/** Undefined: the folder is not there, cannot be read, or belongs to no tree of the file. */
export async function folderListing(
  { path, prefix }: WantedFolder,
  mapping: RootMapping,
  files: FileSystem,
): Promise<FolderListing | undefined> {
  const uri = mapping.ownUriOf(path);
  if (uri === undefined) return undefined;
  // The root's own address is nothing without its slash.
  const found = await files.entries(uri.endsWith('//') ? `${uri}/` : uri);
  if (typeof found === 'string') return undefined;
  const whole = found.length <= MOST_NAMES;
  const fitting = whole ? found : found.filter(({ name }) => name.toLowerCase().startsWith(prefix.toLowerCase()));
  const shown = fitting.toSorted(byName).slice(0, MOST_NAMES);
  const entries = shown.map(async ({ name, kind }) => ({
    name,
    kind: await kindOf(kind, `${uri}/${encodeURIComponent(name)}`, files),
  }));
  return { path, entries: await Promise.all(entries), whole };
}

async function kindOf(kind: FolderEntry['kind'], uri: string, files: FileSystem): Promise<'file' | 'folder'> {
  if (kind !== 'link') return kind === 'folder' ? 'folder' : 'file';
  return (await files.read(uri, 1)) === 'folder' ? 'folder' : 'file';
}

function byName({ name: one }: FolderEntry, { name: other }: FolderEntry): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
