// Files that only the client can read (remote, virtual, or the server runs in a browser), fetched by request.
import type { Connection } from 'vscode-languageserver';
import type { FileSystem } from '../workspace/file-system';
import { READ_FILE, type ReadFileParams, type ReadFileResult } from './messages';
import { whileConnected } from './run-safe';

/** Reads through the client. */
export function clientFiles(connection: Connection): FileSystem {
  return {
    read: async (uri, maxBytes) => {
      const params: ReadFileParams = { uri, maxBytes };
      try {
        const answer = await connection.sendRequest<ReadFileResult>(READ_FILE, params);
        return answer === null
          ? undefined
          : Uint8Array.from(atob(answer), (char) => char.charCodeAt(0)).subarray(0, maxBytes);
      } catch (error) {
        void whileConnected(() => connection.console.warn(`The client did not read ${uri}: ${String(error)}`));
        return undefined;
      }
    },
  };
}

/** `file:` URIs from the host where it has files of its own, everything else from the client where it offers that. */
export function combinedFiles(local: FileSystem | undefined, remote: FileSystem | undefined): FileSystem {
  return {
    read: (uri, maxBytes) => {
      const files = local !== undefined && uri.startsWith('file:') ? local : remote;
      return files?.read(uri, maxBytes) ?? Promise.resolve(undefined);
    },
  };
}
