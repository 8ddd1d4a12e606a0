// Files that only the client can read (remote, virtual, or the server runs in a browser), fetched by request.
import type { Connection } from 'vscode-languageserver';
import type { FileSystem } from '../workspace/file-system';
import {
  READ_FILE,
  READ_FOLDER,
  type ReadFileParams,
  type ReadFileResult,
  type ReadFolderParams,
  type ReadFolderResult,
} from './messages';
import { whileConnected } from './run-safe';

/** Reads through the client. */
export function clientFiles(connection: Connection): FileSystem {
  const ask = async <T>(request: string, params: ReadFileParams | ReadFolderParams): Promise<T | null> => {
    try {
      return await connection.sendRequest<T | null>(request, params);
    } catch (error) {
      void whileConnected(() => connection.console.warn(`The client did not read ${params.uri}: ${String(error)}`));
      return null;
    }
  };
  return {
    read: async (uri, maxBytes) => {
      const answer = await ask<NonNullable<ReadFileResult>>(READ_FILE, { uri, maxBytes });
      if (answer === null) return 'unreadable';
      if ('failure' in answer) return answer.failure;
      return Uint8Array.from(atob(answer.base64), (char) => char.charCodeAt(0)).subarray(0, maxBytes);
    },
    entries: async (uri) => {
      const answer = await ask<NonNullable<ReadFolderResult>>(READ_FOLDER, { uri });
      if (answer === null) return 'unreadable';
      return 'failure' in answer ? answer.failure : answer.entries;
    },
  };
}

/** `file:` URIs from the host where it has files of its own, everything else from the client where it offers that. */
export function combinedFiles(local: FileSystem | undefined, remote: FileSystem | undefined): FileSystem {
  const owner = (uri: string) => (local !== undefined && uri.startsWith('file:') ? local : remote);
  return {
    read: async (uri, maxBytes) => (await owner(uri)?.read(uri, maxBytes)) ?? 'missing',
    entries: async (uri) => (await owner(uri)?.entries(uri)) ?? 'missing',
    ...(local?.permissions === undefined ? {} : { permissions: local.permissions }),
  };
}
