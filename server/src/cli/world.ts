// The outside world of the command line, as it is given to it. Types only.
import type { FileSystem } from '../workspace/file-system';

export interface CliWorld {
  /** Resolves when the reader is ready for more. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => Promise<void>;
  /** The bytes of a file; `-` is standard input. Rejects when it cannot be read. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Writes a file anew; rejects when it cannot be written. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Whether there is such a folder. */
  readonly isFolder: (path: string) => Promise<boolean>;
  /** Where a file of the tree `root` lies that the command line calls `name`. */
  readonly pathBelow: (root: string, name: string) => string;
  /** The URI of a path, without a slash at its end. */
  readonly uriOf: (path: string) => string;
  /** The path of a `file:` URI; relative to where we are if `like` is. */
  readonly pathOf: (uri: string, like: string) => string;
  readonly files: FileSystem;
}
