// Lets the user choose the sshd a file is judged for, in the file itself or in the settings.
import {
  ConfigurationTarget,
  EndOfLine,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SETTINGS_SECTION, TARGETS_REQUEST, type TargetChoice } from '../../server/src/lsp/messages';
import { targetCommentEdit } from './target-comment';

interface TargetItem extends QuickPickItem {
  /** Absent: auto. */
  readonly id?: string;
}

interface PlaceItem extends QuickPickItem {
  readonly inFile: boolean;
}

const AUTO: TargetItem = {
  label: l10n.t('Auto'),
  detail: l10n.t('A comment in the file, the system the file lies on, else the newest OpenSSH'),
};

/** Asks for a target and a place, and writes it there. */
export async function selectTarget(client: BaseLanguageClient, document: TextDocument | undefined): Promise<void> {
  const choices = await client.sendRequest<readonly TargetChoice[]>(TARGETS_REQUEST);
  const target = await window.showQuickPick(targetItems(choices), {
    title: l10n.t('Which sshd reads the file?'),
    matchOnDescription: true,
  });
  if (target === undefined) return;
  const place = document === undefined ? 'settings' : await askPlace(target);
  if (place === 'settings') await writeSetting(document, target.id ?? 'auto');
  else if (place === 'file' && document !== undefined) await writeComment(document, target.id);
}

function targetItems(choices: readonly TargetChoice[]): readonly TargetItem[] {
  const group = (label: string, kind: TargetChoice['kind']): readonly TargetItem[] => [
    { label, kind: QuickPickItemKind.Separator },
    ...choices
      .filter((choice) => choice.kind === kind)
      .map(({ id, label: name }) => ({ label: name, description: id, id })),
  ];
  return [AUTO, ...group(l10n.t('Systems'), 'system'), ...group(l10n.t('Releases'), 'release')];
}

async function askPlace({ id, label }: TargetItem): Promise<'file' | 'settings' | undefined> {
  const comment =
    id === undefined
      ? l10n.t('Removes the comment that names a target')
      : l10n.t('Writes the comment "{0}" on top', `# sshd-config: target=${id}`);
  const items: readonly PlaceItem[] = [
    { label: l10n.t('For this file'), detail: comment, inFile: true },
    { label: l10n.t('In the settings'), detail: l10n.t('Sets {0}', `${SETTINGS_SECTION}.target`), inFile: false },
  ];
  const choice = await window.showQuickPick(items, { title: label });
  if (choice === undefined) return undefined;
  return choice.inFile ? 'file' : 'settings';
}

async function writeComment(document: TextDocument, target: string | undefined): Promise<void> {
  const edit = targetCommentEdit(document.getText(), target, document.eol === EndOfLine.CRLF ? '\r\n' : '\n');
  if (edit === undefined) return;
  const change = new WorkspaceEdit();
  change.replace(document.uri, new Range(document.positionAt(edit.start), document.positionAt(edit.end)), edit.newText);
  await workspace.applyEdit(change);
}

async function writeSetting(document: TextDocument | undefined, target: string): Promise<void> {
  const scope = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await workspace.getConfiguration(SETTINGS_SECTION, document).update('target', target, scope);
}
