// A file system of texts by path, for whatever reads through FileSystem. Counts what is asked for.
import type { FileSystem, FolderEntry } from '../../server/src/workspace/file-system';
import type { FileContent } from './snapshot';

export interface MemoryFiles extends FileSystem {
  /** The paths asked for, `path/` for a listing. */
  readonly asked: string[];
}

/** `files` is looked at anew each time: a test may change it. `prefix` is the URI of its root. */
export function memoryFiles(files: Readonly<Record<string, FileContent>>, prefix = 'file://'): MemoryFiles {
  const asked: string[] = [];
  const pathOf = (uri: string) => decodeURIComponent(uri).slice(prefix.length).replace(/\/$/, '');
  return {
    asked,
    read: async (uri, maxBytes) => {
      const path = pathOf(uri);
      asked.push(path);
      const content = files[path];
      if (typeof content === 'object') return content.failure;
      if (content !== undefined) return new TextEncoder().encode(content).subarray(0, maxBytes);
      return namesIn(files, path).length > 0 ? 'folder' : 'missing';
    },
    entries: async (uri) => {
      const path = pathOf(uri);
      asked.push(`${path}/`);
      const content = files[path];
      if (typeof content === 'object') return content.failure;
      const names = namesIn(files, path);
      return content !== undefined || names.length === 0 ? 'missing' : names;
    },
  };
}

/** The same as a machine's own: it tells who may read and write each file. `modes` differ from 0644; root owns all. */
export function machineFilesIn(
  files: Readonly<Record<string, FileContent>>,
  modes: Readonly<Record<string, number>> = {},
): MemoryFiles {
  const memory = memoryFiles(files);
  return {
    ...memory,
    permissions: async (uri) => {
      const path = decodeURIComponent(uri).slice('file://'.length);
      return files[path] === undefined ? undefined : { owner: 0, mode: modes[path] ?? 0o644 };
    },
  };
}

function namesIn(files: Readonly<Record<string, FileContent>>, folder: string): readonly FolderEntry[] {
  const found = new Map<string, FolderEntry>();
  for (const path of Object.keys(files)) {
    if (!path.startsWith(`${folder}/`)) continue;
    const [name = '', ...rest] = path.slice(folder.length + 1).split('/');
    found.set(name, { name, kind: rest.length > 0 ? 'folder' : 'file' });
  }
  return [...found.values()];
}
