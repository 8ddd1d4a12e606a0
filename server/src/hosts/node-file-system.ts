// Files of the machine the server runs on, by `file:` URI.
import { open, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileSystem } from '../workspace/file-system';

/** Reads at most the bytes asked for, however large the file is. */
export const nodeFileSystem: FileSystem = {
  read: async (uri, maxBytes) => {
    try {
      return await firstBytes(fileURLToPath(uri), maxBytes);
    } catch {
      // Missing and unreadable files are an answer of the interface.
      return undefined;
    }
  },
};

async function firstBytes(path: string, maxBytes: number): Promise<Uint8Array | undefined> {
  // A pipe or a device might never answer.
  if (!(await stat(path)).isFile()) return undefined;
  const file = await open(path, 'r');
  try {
    const buffer = new Uint8Array(maxBytes);
    const { bytesRead } = await file.read(buffer, 0, maxBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
