// How findings reach the client: pulled where it can pull, pushed otherwise. Which findings there are, the core says.
import type { ClientCapabilities, Connection, Diagnostic } from 'vscode-languageserver';
import { diagnostics } from '../service';
import type { Documents, OpenDocument } from './documents';
import { type Log, runSafe, whileConnected } from './run-safe';

/** Makes a document's diagnostics. */
export type MakeDiagnostics = (document: OpenDocument) => Diagnostic[];

/** Diagnostics that link to `rulePages` + `RULE.md`. */
export function makeDiagnostics(rulePages: string): MakeDiagnostics {
  const options = { rulePage: (ruleId: string) => `${rulePages}${ruleId}.md` };
  return (document) => diagnostics(document, document.findings(), options);
}

/** Whether the client asks for diagnostics itself. */
export function pulls(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined;
}

/** What has to be sent at which moment. */
export interface DiagnosticsDelivery {
  /** The document or its facts changed. */
  readonly changed: (uri: string) => Promise<void>;
  readonly closed: (uri: string) => void;
  /** What diagnostics of all documents depend on changed. */
  readonly allChanged: () => void;
}

/** Sends diagnostics to a client that does not pull them. */
export function pushDelivery(
  connection: Connection,
  documents: Documents,
  make: MakeDiagnostics,
  log: Log,
): DiagnosticsDelivery {
  const send = (uri: string, list: Diagnostic[], version?: number) =>
    void whileConnected(() =>
      connection.sendDiagnostics({ uri, diagnostics: list, ...(version === undefined ? {} : { version }) }),
    );
  return {
    changed: async (uri) => {
      await runSafe(
        {
          name: 'diagnostics',
          empty: undefined,
          prepare: () => documents.ready(uri),
          answer: (open) => open && send(uri, make(open), open.version),
        },
        log,
      );
    },
    closed: (uri) => send(uri, []),
    // Each document is told by `changed`.
    allChanged: () => undefined,
  };
}

/** Tells a client that pulls diagnostics when to pull again. */
export function pullDelivery(connection: Connection, client: ClientCapabilities, log: Log): DiagnosticsDelivery {
  const canRefresh = client.workspace?.diagnostics?.refreshSupport === true;
  let asking = false;
  let again = false;
  // One at a time: whoever types fast need not be asked for every letter.
  const ask = async (): Promise<void> => {
    asking = true;
    do {
      again = false;
      await refresh(connection, log);
    } while (again);
    asking = false;
  };
  return {
    changed: () => Promise.resolve(),
    closed: () => undefined,
    allChanged: () => {
      again = true;
      if (canRefresh && !asking) void ask();
    },
  };
}

async function refresh(connection: Connection, log: Log): Promise<void> {
  try {
    await connection.languages.diagnostics.refresh();
  } catch (error) {
    log(`The client did not refresh its diagnostics: ${String(error)}`);
  }
}
