// What the Node and the web client share: which documents, what the server is told, how files are read for it and crashes are reported.
import { type ExtensionContext, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type InitializationOptions,
  LANGUAGE_ID,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
  TRUST_GRANTED,
} from '../../server/src/lsp/messages';
import { registerCommands } from './commands';
import { DOCUMENT_SELECTOR } from './document-selector';
import { restartPolicy } from './restart-policy';
import { showTargets } from './target-status';

const LARGEST_FILE = 16 * 1024 * 1024;

/** Makes a client of this host. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the client and everything around it; resolves when the server answers. */
export async function startExtension(context: ExtensionContext, makeClient: MakeClient): Promise<BaseLanguageClient> {
  const output = window.createOutputChannel('sshd_config', { log: true });
  const client = makeClient(clientOptions(context, output));
  client.onRequest(READ_FILE, readFile);
  context.subscriptions.push(output, ...showTargets(client), ...registerCommands(client, output));
  await client.start();
  context.subscriptions.push(
    workspace.onDidGrantWorkspaceTrust(() => {
      // A server that starts later is told when it starts.
      if (client.isRunning()) void client.sendNotification(TRUST_GRANTED);
    }),
  );
  return client;
}

function clientOptions(context: ExtensionContext, output: LogOutputChannel): LanguageClientOptions {
  const rulePages = `${Uri.joinPath(context.extensionUri, 'dist', 'rules').toString()}/`;
  // Asked anew at each start: trust may have come since the last.
  const initializationOptions = (): InitializationOptions => ({
    rulePages,
    fileRequests: true,
    trusted: workspace.isTrusted,
  });
  return {
    documentSelector: DOCUMENT_SELECTOR,
    outputChannel: output,
    initializationOptions,
    diagnosticCollectionName: LANGUAGE_ID,
    errorHandler: restartPolicy({
      restarted: () =>
        tell(
          window.showWarningMessage(
            'The sshd_config server stopped unexpectedly and was started again.',
            'Show Output',
          ),
          output,
        ),
      gaveUp: (crashes) =>
        tell(
          window.showErrorMessage(
            `The sshd_config server stopped ${crashes} times within 3 minutes and stays down. "Restart Server" starts it again.`,
            'Show Output',
          ),
          output,
        ),
    }),
  };
}

function tell(answer: Thenable<string | undefined>, output: LogOutputChannel): void {
  void answer.then((choice) => choice !== undefined && output.show());
}

/** Answers the server's request for the first bytes of a file. */
async function readFile({ uri, maxBytes }: ReadFileParams): Promise<ReadFileResult> {
  try {
    const address = Uri.parse(uri, true);
    if ((await workspace.fs.stat(address)).size > LARGEST_FILE) return null;
    const bytes = (await workspace.fs.readFile(address)).subarray(0, maxBytes);
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  } catch {
    // A file that is not there, or cannot be read, is an answer.
    return null;
  }
}
