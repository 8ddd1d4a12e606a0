// The commands of the palette. What they do to text, the server says.
import {
  type CodeAction,
  commands,
  type Disposable,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  l10n,
  Range,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, type ExecuteCommandParams, ExecuteCommandRequest } from 'vscode-languageclient';
import {
  ADD_KEEPALIVE_KIND,
  CHECK_WITH_SSHD,
  type CheckWithSshdResult,
  COPY_CLIENT_LINES,
} from '../../server/src/lsp/messages';
import { documentAtHand, OPEN_EXAMPLE } from './documents-at-hand';
import { openExample } from './open-example';
import { searchRules } from './search-rules';
import { selectPath } from './select-path';
import { selectTarget } from './select-target';
import { treatAsSshdConfig } from './treat-as';

/** Registers them all. */
export function registerCommands(
  context: ExtensionContext,
  client: BaseLanguageClient,
  output: LogOutputChannel,
): readonly Disposable[] {
  return [
    commands.registerCommand('sshdConfig.selectTarget', async () => selectTarget(client, await documentAtHand())),
    commands.registerCommand('sshdConfig.addKeepalive', addKeepalive),
    commands.registerCommand('sshdConfig.selectPath', () => choosePath(client)),
    commands.registerCommand('sshdConfig.searchRules', () =>
      searchRules(client, window.activeTextEditor?.document, Uri.joinPath(context.extensionUri, 'dist', 'rules')),
    ),
    commands.registerCommand('sshdConfig.checkWithSshd', () => checkWithSshd(client)),
    commands.registerCommand(OPEN_EXAMPLE, () => openExample(context)),
    commands.registerCommand(COPY_CLIENT_LINES, copyClientLines),
    commands.registerCommand('sshdConfig.treatAsSshdConfig', treatAsSshdConfig),
    commands.registerCommand('sshdConfig.restartServer', () => restart(client)),
    commands.registerCommand('sshdConfig.showOutput', () => output.show()),
  ];
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

async function choosePath(client: BaseLanguageClient): Promise<void> {
  const document = await documentAtHand();
  if (document !== undefined) await selectPath(client, document);
}

/** Asks the server, which shows the answer itself. */
async function checkWithSshd(client: BaseLanguageClient): Promise<CheckWithSshdResult | null> {
  const document = await documentAtHand();
  if (document === undefined) return null;
  const params: ExecuteCommandParams = {
    command: CHECK_WITH_SSHD,
    arguments: [client.code2ProtocolConverter.asUri(document.uri)],
  };
  return client.sendRequest(ExecuteCommandRequest.type, params);
}

/** Applies the server's action that writes the recommended keepalive lines, as one undo step. */
async function addKeepalive(): Promise<void> {
  const document = await documentAtHand();
  if (document === undefined) return;
  const top = new Range(0, 0, 0, 0);
  const actions = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    top,
    ADD_KEEPALIVE_KIND,
  );
  const edit = actions.find((action) => action.edit !== undefined)?.edit;
  if (edit !== undefined) await workspace.applyEdit(edit);
  else void window.showInformationMessage(l10n.t('The recommended keepalive values are in force already.'));
}

/** Called by the server's actions and lenses with the lines. */
async function copyClientLines(lines: unknown): Promise<void> {
  if (typeof lines !== 'string') return;
  await env.clipboard.writeText(lines);
  const done = l10n.t('The lines are on the clipboard: paste them at the end of ~/.ssh/config on the client');
  window.setStatusBarMessage(`$(check) ${done}`, 6000);
}
