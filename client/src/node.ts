// The extension in a Node host: the server is a process of its own, spoken to over IPC.
import type { ExtensionContext } from 'vscode';
import { type BaseLanguageClient, LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import { SETTINGS_SECTION } from '../../server/src/lsp/messages';
import { startExtension } from './extension-options';

let client: BaseLanguageClient | undefined;

/** Called by the editor when the first file of the language is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const run: NodeModule = {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.ipc,
    // Little garbage lives long here: small spaces and no helper threads save 65 MB and cost a fifth of a keystroke's time (npm run bench).
    options: { execArgv: ['--max-semi-space-size=1', '--optimize-for-size', '--v8-pool-size=0'] },
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
