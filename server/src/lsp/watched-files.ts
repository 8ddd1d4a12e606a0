// Which files the client is asked to watch: everything of the language's name, and the folders that configurations reach outside the workspace.
import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import type { Log } from './run-safe';

export interface WatchedFiles {
  /** Whether the client tells of changed files at all. */
  readonly available: boolean;
  /** Once the client is initialised. */
  readonly start: () => void;
  /** Watches these folders too. */
  readonly watch: (folders: readonly string[]) => void;
}

const EVERYWHERE: readonly FileSystemWatcher[] = [
  { globPattern: '**/sshd_config*' },
  { globPattern: '**/sshd_config.d/**' },
  { globPattern: '**/os-release' },
];

/** A configuration that reaches further is looked at anew when the user comes back to the editor. */
const MOST_FOLDERS = 64;

export function watchedFiles(connection: Connection, client: ClientCapabilities, log: Log): WatchedFiles {
  const offer = client.workspace?.didChangeWatchedFiles;
  const available = offer?.dynamicRegistration === true;
  const known = new Set<string>();
  const register = (watchers: readonly FileSystemWatcher[]): void => {
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [...watchers] })
      .catch((error: unknown) => log(`The client will not tell of changed files: ${String(error)}`));
  };
  return {
    available,
    start: () => {
      if (available) register(EVERYWHERE);
    },
    watch: (folders) => {
      if (!available || offer.relativePatternSupport !== true) return;
      const more = folders.filter((folder) => !known.has(folder)).slice(0, MOST_FOLDERS - known.size);
      if (more.length === 0) return;
      for (const folder of more) known.add(folder);
      register(more.map((baseUri) => ({ globPattern: { baseUri, pattern: '*' } })));
    },
  };
}
