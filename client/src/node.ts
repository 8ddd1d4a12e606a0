// The extension in a Node host: the server is a process of its own, spoken to over IPC.
import { type ExtensionContext, Uri } from 'vscode';
import { type BaseLanguageClient, LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import { SETTINGS_SECTION } from '../../server/src/lsp/messages';
import { startExtension } from './extension-options';
import { NODE_OPTIONS, serverEnvironment } from './server-process';

let client: BaseLanguageClient | undefined;

/** Called by the editor when the first file of the language is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const cacheFolder = Uri.joinPath(context.globalStorageUri, 'compiled').fsPath;
  const run: NodeModule = {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.ipc,
    options: { execArgv: [...NODE_OPTIONS], env: serverEnvironment(cacheFolder) },
  };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  client = await startExtension(
    context,
    (options) => new LanguageClient(SETTINGS_SECTION, 'sshd_config', { run, debug }, options),
  );
}

/** Called by the editor on its way out. */
export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
