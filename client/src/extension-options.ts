// What the Node and the web client share: which documents, what the server is told, how files are read for it and crashes are reported.
import { type ExtensionContext, type LogOutputChannel, l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  COPY_CLIENT_LINES,
  EFFECTIVE_PANEL,
  FILES_MAY_DIFFER,
  type InitializationOptions,
  KEEPALIVE_PANEL,
  LANGUAGE_ID,
  TRUST_GRANTED,
} from '../../server/src/lsp/messages';
import { registerCommands } from './commands';
import { DOCUMENT_SELECTOR } from './document-selector';
import { showEffectiveViews } from './effective-view';
import { answerFileRequests } from './file-requests';
import { showKeepaliveView } from './keepalive-view';
import { restartPolicy } from './restart-policy';
import { showTargets } from './target-status';

/** Makes a client of this host. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the client and everything around it; resolves when the server answers. */
export async function startExtension(context: ExtensionContext, makeClient: MakeClient): Promise<BaseLanguageClient> {
  const output = window.createOutputChannel('sshd_config', { log: true });
  const client = makeClient(clientOptions(context, output));
  answerFileRequests(client);
  context.subscriptions.push(
    output,
    ...showTargets(client),
    ...registerCommands(context, client, output),
    ...showEffectiveViews(context, client),
    ...showKeepaliveView(context, client),
  );
  await client.start();
  context.subscriptions.push(
    window.onDidChangeWindowState(({ focused }) => {
      if (focused && client.isRunning()) void client.sendNotification(FILES_MAY_DIFFER);
    }),
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
    pictures: true,
    keepalivePanel: KEEPALIVE_PANEL,
    effectivePanel: EFFECTIVE_PANEL,
    copyClientLines: COPY_CLIENT_LINES,
    suggestCommand: 'editor.action.triggerSuggest',
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
            l10n.t('The sshd_config server stopped unexpectedly and was started again.'),
            l10n.t('Show Output'),
          ),
          output,
        ),
      gaveUp: (crashes) =>
        tell(
          window.showErrorMessage(
            l10n.t(
              'The sshd_config server stopped {0} times within 3 minutes and stays down. "Restart Server" starts it again.',
              crashes,
            ),
            l10n.t('Show Output'),
          ),
          output,
        ),
    }),
  };
}

function tell(answer: Thenable<string | undefined>, output: LogOutputChannel): void {
  void answer.then((choice) => choice !== undefined && output.show());
}
