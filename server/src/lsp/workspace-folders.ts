// The folders that the client has open, as they come and go.
import type { Connection, InitializeParams } from 'vscode-languageserver';

/** Called for the folders' URIs. */
export interface WorkspaceFolders {
  (): readonly string[];
  /** Subscribes to changes; once the client is initialised. */
  readonly follow: () => void;
}

export function workspaceFolders(connection: Connection, params: InitializeParams): WorkspaceFolders {
  let uris = (params.workspaceFolders ?? []).map(({ uri }) => uri);
  const follow = (): void => {
    if (params.capabilities.workspace?.workspaceFolders !== true) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      uris = [...uris.filter((uri) => !removed.some((one) => one.uri === uri)), ...added.map(({ uri }) => uri)];
    });
  };
  return Object.assign(() => uris, { follow });
}
