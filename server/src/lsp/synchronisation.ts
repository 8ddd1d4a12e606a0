// What happens when a document is opened, changed, saved or closed, or settings change: the store is told, then the client.
import type { Connection } from 'vscode-languageserver';
import type { SystemTargets } from '../workspace/system-target';
import type { DiagnosticsDelivery } from './diagnostics';
import type { Documents } from './documents';
import { type Log, runSafe } from './run-safe';
import type { SettingsSource } from './settings';
import type { SshdEvents } from './sshd-service';
import type { StatusAnnouncer } from './status';

/** Who takes part. */
export interface DocumentEvents {
  readonly documents: Documents;
  readonly settings: SettingsSource;
  readonly systems: SystemTargets;
  readonly delivery: DiagnosticsDelivery;
  readonly status: StatusAnnouncer;
  readonly sshd: SshdEvents;
  readonly log: Log;
}

/** Subscribes to the client's notifications. */
export function followDocuments(connection: Connection, events: DocumentEvents): void {
  const { documents, settings, systems, delivery, status, sshd } = events;
  const changed = (uri: string) => void tellClient(uri, events);
  connection.onDidOpenTextDocument(({ textDocument }) => {
    documents.open(textDocument);
    changed(textDocument.uri);
  });
  connection.onDidChangeTextDocument((params) => {
    documents.change(params);
    sshd.changed(params.textDocument.uri);
    changed(params.textDocument.uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    status.closed(uri);
    sshd.closed(uri);
    delivery.closed(uri);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    systems.forget(uri);
    void factsChanged([uri], events);
    void sshd.saved(uri);
  });
  connection.onDidChangeConfiguration((params) => {
    settings.changed(params.settings);
    void factsChanged(documents.uris(), events);
  });
}

async function factsChanged(uris: readonly string[], events: DocumentEvents): Promise<void> {
  for (const uri of uris) events.documents.forgetFacts(uri);
  await Promise.all(uris.map((uri) => tellClient(uri, events)));
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
