// A server and a client of it in one process, joined by a pair of streams. Knows the protocol, not what answers should say.
import { PassThrough } from 'node:stream';
import { afterEach } from 'vitest';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type GlobPattern,
  type InitializeResult,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { STATUS, type TargetStatus } from '../../server/src/lsp/messages';
import { type HostEnvironment, type ServerParts, startServer } from '../../server/src/lsp/start-server';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: object;
  readonly host?: HostEnvironment;
  readonly parts?: ServerParts;
  /** Answers workspace/configuration. */
  readonly settings?: () => unknown;
  /** URIs. */
  readonly workspaceFolders?: readonly string[];
}

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly logged: string[];
  readonly published: PublishDiagnosticsParams[];
  readonly statuses: TargetStatus[];
  readonly refreshes: () => number;
  /** The patterns of files that the server wants to be told of. */
  readonly watchers: () => readonly GlobPattern[];
  readonly open: (uri: string, text: string) => void;
  readonly edit: (
    uri: string,
    version: number,
    changes: readonly { readonly range: Range; readonly text: string }[],
  ) => void;
  readonly pull: (uri: string) => Promise<readonly Diagnostic[]>;
  /** Resolves once the server has answered a request sent now: everything sent before has been taken in. */
  readonly settled: () => Promise<void>;
  readonly close: () => void;
}

/** What VS Code offers, as far as the server looks. */
export const PULLING: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
};

/** Starts clients for the tests of one file; each is closed behind its test. */
export function startedClients(): (options?: ClientOptions) => Promise<TestClient> {
  const clients: TestClient[] = [];
  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
  });
  return async (options) => {
    const client = await startClient(options);
    clients.push(client);
    return client;
  };
}

async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
  );
  startServer(server, options.host, options.parts);
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const seen = listen(connection, options.settings ?? (() => ({})));
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: (options.workspaceFolders ?? []).map((uri) => ({ uri, name: uri })),
    capabilities: options.capabilities ?? PULLING,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  const tell = (method: string, params: object) => void connection.sendNotification(`textDocument/${method}`, params);
  return {
    connection,
    initialized,
    ...seen,
    open: (uri, text) => tell('didOpen', { textDocument: { uri, languageId: 'sshd_config', version: 1, text } }),
    edit: (uri, version, contentChanges) => tell('didChange', { textDocument: { uri, version }, contentChanges }),
    pull: async (uri) => {
      const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.kind === 'full' ? report.items : [];
    },
    settled: async () => {
      await connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: 'file:///nothing' } });
    },
    close: () => {
      connection.dispose();
      server.dispose();
    },
  };
}

function listen(connection: ProtocolConnection, settings: () => unknown) {
  const logged: string[] = [];
  const published: PublishDiagnosticsParams[] = [];
  const statuses: TargetStatus[] = [];
  let refreshes = 0;
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message));
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: PublishDiagnosticsParams) => void published.push(params),
  );
  connection.onNotification(STATUS, (status: TargetStatus) => void statuses.push(status));
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(settings));
  const watchers: GlobPattern[] = [];
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { registerOptions } of registrations)
      for (const { globPattern } of registerOptions?.watchers ?? []) watchers.push(globPattern);
    return null;
  });
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes++;
    return null;
  });
  return { logged, published, statuses, refreshes: () => refreshes, watchers: () => watchers };
}
