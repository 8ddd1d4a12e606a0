// What happens when a document is opened, changed, saved or closed, files or settings change: the store is told, then the client.
import type { Connection } from 'vscode-languageserver';
import type { ConfigurationFiles } from './configuration-files';
import type { DiagnosticsDelivery } from './diagnostics';
import type { Documents } from './documents';
import { FILES_MAY_DIFFER } from './messages';
import { type Log, runSafe } from './run-safe';
import type { SettingsSource } from './settings';
import type { ShownAgain } from './shown-again';
import type { SshdEvents } from './sshd-service';
import type { StatusAnnouncer } from './status';
import type { WatchedFiles } from './watched-files';

/** Who takes part. */
export interface DocumentEvents {
  readonly documents: Documents;
  readonly settings: SettingsSource;
  readonly disk: ConfigurationFiles;
  readonly watched: WatchedFiles;
  readonly delivery: DiagnosticsDelivery;
  readonly status: StatusAnnouncer;
  readonly shown: ShownAgain;
  readonly sshd: SshdEvents;
  readonly log: Log;
}

/** Subscribes to the client's notifications. */
export function followDocuments(connection: Connection, events: DocumentEvents): void {
  const { documents, settings, disk, watched, delivery, status, sshd } = events;
  connection.onDidOpenTextDocument(({ textDocument }) => {
    documents.open(textDocument);
    void textChanged(textDocument.uri, events);
  });
  connection.onDidChangeTextDocument((params) => {
    documents.change(params);
    sshd.changed(params.textDocument.uri);
    void textChanged(params.textDocument.uri, events);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const beside = documents.beside(uri);
    documents.close(uri);
    status.closed(uri);
    sshd.closed(uri);
    delivery.closed(uri);
    void tellOthers(beside, events);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    // Who tells of every change will tell of this one; nobody else tells of what happened meanwhile.
    if (watched.available) disk.forget(uri);
    else disk.forgetAll();
    void factsChanged(events);
    void sshd.saved(uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      if (uri.endsWith('/os-release')) disk.forgetAll();
      else disk.forget(uri);
    }
    void factsChanged(events);
  });
  connection.onNotification(FILES_MAY_DIFFER, () => {
    disk.forgetAll();
    void factsChanged(events);
  });
  connection.onDidChangeConfiguration((params) => {
    settings.changed(params.settings);
    void factsChanged(events);
  });
}

async function factsChanged(events: DocumentEvents): Promise<void> {
  events.documents.forgetFacts();
  await Promise.all(events.documents.uris().map((uri) => tellClient(uri, events)));
  events.delivery.allChanged();
  events.shown.ask();
}

async function textChanged(uri: string, events: DocumentEvents): Promise<void> {
  const { documents, disk, watched } = events;
  const before = documents.beside(uri);
  await tellClient(uri, events);
  watched.watch(disk.folders());
  await tellOthers(new Set([...before, ...documents.beside(uri)]), events);
}

/** What stands in one file of a configuration may concern the others. */
async function tellOthers(uris: Iterable<string>, events: DocumentEvents): Promise<void> {
  const others = [...uris];
  if (others.length === 0) return;
  await Promise.all(others.map((uri) => tellClient(uri, events)));
  events.delivery.allChanged();
}

async function tellClient(uri: string, { documents, delivery, status, log }: DocumentEvents): Promise<void> {
  await runSafe(
    {
      name: 'status',
      empty: undefined,
      prepare: () => documents.ready(uri),
      answer: (open) => open && status.announce(open.snapshot),
    },
    log,
  );
  await delivery.changed(uri);
}
