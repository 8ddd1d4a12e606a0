// The language status item: which sshd the file in front is judged for, and why.
import { type Disposable, type LanguageStatusItem, languages, type TextEditor, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { STATUS, type TargetStatus } from '../../server/src/lsp/messages';
import { DOCUMENT_SELECTOR } from './document-selector';

const REASONS: Readonly<Record<TargetStatus['source'], string>> = {
  comment: 'named by a comment in this file',
  setting: 'named by the setting sshdConfig.target',
  'os-release': 'found in the os-release file of the system this file lies on',
  newest: 'nothing names another, so the newest is taken',
};

/** Shows what the server says of each document. */
export function showTargets(client: BaseLanguageClient): readonly Disposable[] {
  const item = languages.createLanguageStatusItem('sshdConfig.target', DOCUMENT_SELECTOR);
  item.name = 'sshd_config target';
  item.command = { command: 'sshdConfig.selectTarget', title: 'Change' };
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
