// The extension in a browser: the server is a web worker.
import { type ExtensionContext, Uri } from 'vscode';
import {
  type BaseLanguageClient,
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { SETTINGS_SECTION } from '../../server/src/lsp/messages';
import { startExtension } from './extension-options';

let client: BaseLanguageClient | undefined;
let worker: Worker | undefined;

/** Called by the editor when the first file of the language is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  // Each start gets a worker of its own: the client leaves the old one running. The editor's Worker fails the client's
  // instanceof test, so the client is given reader and writer.
  const transports = (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  client = await startExtension(
    context,
    (options) => new LanguageClient(SETTINGS_SECTION, 'sshd_config', transports, options),
  );
}

/** Called by the editor on its way out. */
export async function deactivate(): Promise<void> {
  await client?.stop();
  worker?.terminate();
}
