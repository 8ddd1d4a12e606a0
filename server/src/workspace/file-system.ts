// How the asynchronous edge reads files and folders. Hosts provide it; nothing here knows where bytes come from.
import type { Permissions } from '../model/machine-files';
import type { ReadFailure } from '../model/source-set';

export type { Permissions, ReadFailure };

/** One name in a folder. */
export interface FolderEntry {
  readonly name: string;
  /** Of a symbolic link: what it leads to, `link` where that is not told or is nothing. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** Reads by URI. */
export interface FileSystem {
  /** The first `maxBytes` bytes of a file, or why there are none. Never rejects. */
  readonly read: (uri: string, maxBytes: number) => Promise<Uint8Array | ReadFailure>;
  /** What a folder holds, without `.` and `..`, in no order; or why that is not known. Never rejects. */
  readonly entries: (uri: string) => Promise<readonly FolderEntry[] | ReadFailure>;
  /** Who owns a file of this machine, and who else may read and write it; undefined: not known. Absent where there is no such thing. Never rejects. */
  readonly permissions?: (uri: string) => Promise<Permissions | undefined>;
}

/** Bytes of a file that are read at most. */
export const LARGEST_FILE = 16 * 1024 * 1024;

/** The bytes of a file, when it has any to give. */
export function bytesIn(answer: Uint8Array | ReadFailure): Uint8Array | undefined {
  return typeof answer === 'string' ? undefined : answer;
}
