// The language status item: which sshd the file in front is judged for, and why.
import { type Disposable, type LanguageStatusItem, l10n, languages, type TextEditor, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SETTINGS_SECTION, STATUS, type TargetStatus } from '../../server/src/lsp/messages';
import { DOCUMENT_SELECTOR } from './document-selector';

const REASONS: Readonly<Record<TargetStatus['source'], string>> = {
  comment: l10n.t('named by a comment in this file'),
  setting: l10n.t('named by the setting {0}', `${SETTINGS_SECTION}.target`),
  'os-release': l10n.t('found in the os-release file of the system this file lies on'),
  newest: l10n.t('nothing names another, so the newest is taken'),
};

/** Shows what the server says of each document. */
export function showTargets(client: BaseLanguageClient): readonly Disposable[] {
  const item = languages.createLanguageStatusItem('sshdConfig.target', DOCUMENT_SELECTOR);
  item.name = l10n.t('sshd_config target');
  item.command = { command: 'sshdConfig.selectTarget', title: l10n.t('Change') };
  const known = new Map<string, TargetStatus>();
  const update = () => show(item, known, window.activeTextEditor);
  update();
  return [
    item,
    client.onNotification(STATUS, (status: TargetStatus) => {
      known.set(client.protocol2CodeConverter.asUri(status.uri).toString(), status);
      update();
    }),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidCloseTextDocument((document) => known.delete(document.uri.toString())),
  ];
}

function show(
  item: LanguageStatusItem,
  known: ReadonlyMap<string, TargetStatus>,
  editor: TextEditor | undefined,
): void {
  const status = editor && known.get(editor.document.uri.toString());
  item.busy = status === undefined;
  item.text = status?.label ?? 'sshd';
  item.detail = status === undefined ? '' : REASONS[status.source];
}
