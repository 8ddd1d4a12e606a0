// Lets the user say what idle connections pass on the way to the server, in the file itself or in the settings. The profiles come from the server.
import { ConfigurationTarget, l10n, type QuickPickItem, type TextDocument, window, workspace } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit as ProtocolEdit } from 'vscode-languageclient';
import {
  KEEPALIVE_VIEW,
  KEEPALIVE_WRITE,
  type KeepaliveViewParams,
  type KeepaliveViewResult,
  type KeepaliveWriteParams,
  SETTINGS_SECTION,
} from '../../server/src/lsp/messages';

interface PathItem extends QuickPickItem {
  /** Absent: another timeout is asked for. */
  readonly path?: { readonly name: string; readonly seconds: number };
}

interface PlaceItem extends QuickPickItem {
  readonly inFile: boolean;
}

/** Asks for a path and a place, and writes it there. */
export async function selectPath(client: BaseLanguageClient, document: TextDocument): Promise<void> {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const params: KeepaliveViewParams = { textDocument, tried: {} };
  const view = await client.sendRequest<KeepaliveViewResult>(KEEPALIVE_VIEW, params);
  const items: readonly PathItem[] = [
    ...(view?.paths ?? []).map((path) => ({
      label: path.name,
      description: l10n.t('{0} s: {1}', path.seconds, path.covers),
      detail: path.evidence[0] ?? '',
      path,
    })),
    { label: l10n.t('Another timeout'), description: l10n.t('in seconds') },
  ];
  const choice = await window.showQuickPick(items, {
    title: l10n.t('What do idle connections pass?'),
    matchOnDescription: true,
  });
  const path = choice === undefined ? undefined : (choice.path ?? (await askSeconds()));
  if (path === undefined) return;
  const place = await askPlace(path.seconds);
  if (place === 'settings') await writeSetting(document, path.name);
  else if (place === 'file') {
    const write: KeepaliveWriteParams = { textDocument, tried: { path: path.seconds }, rememberPath: true };
    const edit = await client.sendRequest<ProtocolEdit | null>(KEEPALIVE_WRITE, write);
    if (edit !== null) await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
  }
}

async function askSeconds(): Promise<PathItem['path']> {
  const text = await window.showInputBox({
    title: l10n.t('Idle timeout of the path, in seconds'),
    validateInput: (value) => (/^[1-9]\d{0,8}$/.test(value) ? undefined : l10n.t('A whole number of seconds from 1')),
  });
  return text === undefined ? undefined : { name: text, seconds: Number(text) };
}

async function askPlace(seconds: number): Promise<'file' | 'settings' | undefined> {
  const items: readonly PlaceItem[] = [
    {
      label: l10n.t('For this file'),
      detail: l10n.t('Writes the comment "{0}"', `# sshd-config: nat-timeout=${seconds}`),
      inFile: true,
    },
    {
      label: l10n.t('In the settings'),
      detail: l10n.t('Sets {0}', `${SETTINGS_SECTION}.keepalive.path`),
      inFile: false,
    },
  ];
  const choice = await window.showQuickPick(items, { title: l10n.t('A path that forgets after {0} s', seconds) });
  if (choice === undefined) return undefined;
  return choice.inFile ? 'file' : 'settings';
}

async function writeSetting(document: TextDocument, path: string): Promise<void> {
  const scope = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await workspace.getConfiguration(SETTINGS_SECTION, document).update('keepalive.path', path, scope);
}
