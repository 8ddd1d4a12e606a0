// From a connection and what the host can do to a running server. Answers nothing itself: handlers do.
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../../package.json';
import { TARGETS } from '../catalog/targets';
import { RULES } from '../rules/registry';
import type { Rule } from '../rules/rule';
import { type ClientEdits, type ClientItems, check, ruleList } from '../service';
import { startsWithByteOrderMark } from '../workspace/byte-order-mark';
import type { FileSystem } from '../workspace/file-system';
import type { SshdProgram } from '../workspace/sshd-program';
import { clientFiles, combinedFiles } from './client-files';
import { type ConfigurationFiles, configurationFiles } from './configuration-files';
import { type MakeDiagnostics, makeDiagnostics, pullDelivery, pulls, pushDelivery } from './diagnostics';
import { openDocuments } from './documents';
import { HANDLERS, type Handler, type HandlerContext } from './handlers';
import {
  type InitializationOptions,
  RULES_REQUEST,
  type RulesParams,
  SETTINGS_SECTION,
  TARGETS_REQUEST,
  type TargetChoice,
} from './messages';
import { failureText, type Log, whileConnected } from './run-safe';
import { type SettingsSource, settingsSource } from './settings';
import { shownAgain } from './shown-again';
import { sshdService } from './sshd-service';
import { statusAnnouncer } from './status';
import { type DocumentEvents, followDocuments } from './synchronisation';
import { watchedFiles } from './watched-files';
import { workspaceFolders } from './workspace-folders';

/** What the host offers the server. */
export interface HostEnvironment {
  /** Reads `file:` URIs; absent where the host has no files. */
  readonly files?: FileSystem;
  /** The sshd of the machine; absent where no programs can be started. */
  readonly sshd?: SshdProgram;
  /** Base address of the rule pages when the client names none. */
  readonly rulePages?: string;
}

/** The replaceable parts: tests put faulty ones in. */
export interface ServerParts {
  readonly handlers: readonly Handler[];
  readonly rules: readonly Rule[];
}

/** Makes the connection a server and listens. */
export function startServer(
  connection: Connection,
  host: HostEnvironment = {},
  parts: ServerParts = { handlers: HANDLERS, rules: RULES },
): void {
  connection.onInitialize((params) => initialize(connection, params, host, parts));
  connection.onRequest(TARGETS_REQUEST, targetChoices);
  connection.listen();
}

function initialize(
  connection: Connection,
  params: InitializeParams,
  host: HostEnvironment,
  parts: ServerParts,
): InitializeResult {
  const client = params.capabilities;
  const options: InitializationOptions = params.initializationOptions ?? {};
  const handlers = parts.handlers.filter((handler) => handler.wanted?.(client) ?? true);
  const log: Log = (message) => void whileConnected(() => connection.console.error(message));
  const settings = settingsSource(
    connection,
    client,
    (message) => void whileConnected(() => connection.console.warn(message)),
  );
  connection.onRequest(RULES_REQUEST, async ({ uri = '' }: RulesParams) =>
    ruleList((await settings.settingsOf(uri)).settings.rules),
  );
  const files = combinedFiles(host.files, options.fileRequests === true ? clientFiles(connection) : undefined);
  const documents = openDocuments({
    factsOf: async (uri) => {
      const [{ roots, sshd: _, ...known }, byteOrderMark] = await Promise.all([
        settings.settingsOf(uri),
        startsWithByteOrderMark(files, uri),
      ]);
      return disk.around(uri, roots, { ...known, byteOrderMark });
    },
    check: (snapshot) => check(snapshot, (rule, error) => log(failureText(`rule ${rule}`, error)), parts.rules),
  });
  const folders = workspaceFolders(connection, params);
  const disk = configurationFiles({ files, open: documents, workspaceFolders: folders, log });
  const ours = makeDiagnostics(options.rulePages ?? host.rulePages ?? '');
  const sshd = sshdService(connection, {
    program: host.sshd,
    trustedAtStart: options.trusted === true,
    settingsOf: async (uri) => (await settings.settingsOf(uri)).sshd,
    files,
    documents,
    deliver: (uri) => sendSshd(uri),
    log,
  });
  const pulled = pulls(client);
  // Who pulls gets ours by pulling, and sshd's pushed beside them; who does not, all in one list.
  const make: MakeDiagnostics = pulled
    ? ours
    : (document) => [...ours(document), ...sshd.diagnosticsOf(document.snapshot.uri)];
  const delivery = pulled ? pullDelivery(connection, client, log) : pushDelivery(connection, documents, make, log);
  const sendSshd = async (uri: string): Promise<void> => {
    if (pulled || !documents.uris().includes(uri))
      await connection.sendDiagnostics({ uri, diagnostics: [...sshd.diagnosticsOf(uri)] });
    else await delivery.changed(uri);
  };
  const status = statusAnnouncer(connection);
  const watched = watchedFiles(connection, client, log);
  const shown = shownAgain(connection, client, log);
  const events: DocumentEvents = { documents, settings, disk, watched, delivery, status, shown, sshd, log };
  for (const handler of handlers)
    handler.attach(connection, {
      documents,
      makeDiagnostics: make,
      checkWithSshd: sshd.check,
      clientEdits: clientEdits(client, options),
      ...lookUps(disk, settings),
      shows: options,
      log,
    });
  followDocuments(connection, events);
  connection.onInitialized(() => {
    watchSettings(connection, client, log);
    watched.start();
    folders.follow();
  });
  return { capabilities: capabilities(handlers), serverInfo: { name: 'sshd-config-language-server', version } };
}

function lookUps(
  disk: ConfigurationFiles,
  settings: SettingsSource,
): Pick<HandlerContext, 'filesThere' | 'listFolder'> {
  const rootsFor = async (uri: string) => (await settings.settingsOf(uri)).roots;
  return {
    filesThere: async (uri, paths) => disk.there(uri, await rootsFor(uri), paths),
    listFolder: async (uri, wanted) => disk.listing(uri, await rootsFor(uri), wanted),
  };
}

function clientEdits(client: ClientCapabilities, { suggestCommand }: InitializationOptions): ClientEdits & ClientItems {
  const edit = client.workspace?.workspaceEdit;
  return {
    createFiles: edit?.documentChanges === true && (edit.resourceOperations?.includes('create') ?? false),
    snippets: client.textDocument?.completion?.completionItem?.snippetSupport === true,
    ...(suggestCommand === undefined ? {} : { suggestCommand }),
  };
}

function capabilities(handlers: readonly Handler[]): ServerCapabilities {
  const textDocumentSync = { openClose: true, change: TextDocumentSyncKind.Incremental, save: true };
  return Object.assign({ textDocumentSync }, ...handlers.map((handler) => handler.capability));
}

function watchSettings(connection: Connection, client: ClientCapabilities, log: Log): void {
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration !== true) return;
  connection.client
    .register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION })
    .catch((error: unknown) => log(`The client will not tell of changed settings: ${String(error)}`));
}

function targetChoices(): TargetChoice[] {
  return TARGETS.map(({ id, label, vendor }) => ({ id, label, kind: vendor === undefined ? 'release' : 'system' }));
}
