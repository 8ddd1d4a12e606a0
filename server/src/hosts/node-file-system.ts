// Files and folders of the machine the server runs on, by `file:` URI.
import { lstat, open, readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileSystem, FolderEntry, Permissions, ReadFailure } from '../workspace/file-system';

/** Reads at most the bytes asked for, however large the file is. */
export const nodeFileSystem: FileSystem = {
  read: (uri, maxBytes) => answered(uri, (path) => firstBytes(path, maxBytes)),
  entries: (uri) =>
    answered(uri, async (path) => {
      const found = await readdir(path, { withFileTypes: true });
      return found.map((entry): FolderEntry => ({ name: entry.name, kind: kindOf(entry) }));
    }),
  // Windows has access lists instead.
  ...(process.platform === 'win32' ? {} : { permissions }),
};

async function permissions(uri: string): Promise<Permissions | undefined> {
  const found = await answered(uri, (path) => stat(path));
  return typeof found === 'string' ? undefined : { owner: found.uid, mode: found.mode & 0o777 };
}

async function answered<T>(uri: string, ask: (path: string) => Promise<T>): Promise<T | ReadFailure> {
  let path: string;
  try {
    path = fileURLToPath(uri);
  } catch {
    // No address of a file of this machine.
    return 'missing';
  }
  try {
    return await ask(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EISDIR') return 'folder';
    if (code === 'ELOOP') return 'dangling-link';
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return 'unreadable';
    return (await isLink(path)) ? 'dangling-link' : 'missing';
  }
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    // Not there at all.
    return false;
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): FolderEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

async function firstBytes(path: string, maxBytes: number): Promise<Uint8Array | ReadFailure> {
  const found = await stat(path);
  if (found.isDirectory()) return 'folder';
  // A pipe or a device might never answer.
  if (!found.isFile()) return 'unreadable';
  const file = await open(path, 'r');
  try {
    const buffer = new Uint8Array(Math.min(maxBytes, Math.max(found.size, 4096)));
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
      length += bytesRead;
      if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length);
    }
  } finally {
    await file.close();
  }
}
