// "Treat as sshd_config": makes the open file one of ours, and on request all files of its name.
import { ConfigurationTarget, l10n, languages, window, workspace } from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/messages';

/** Sets the language of the active document, and offers to remember it for the file's name. */
export async function treatAsSshdConfig(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) {
    void window.showInformationMessage(l10n.t('Open a file first.'));
    return;
  }
  await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  if (document.isUntitled || name === '') return;
  const always = l10n.t('Always for {0}', name);
  void window
    .showInformationMessage(l10n.t('{0} is treated as sshd_config until it is closed.', name), always)
    .then((choice) => (choice === always ? remember(name) : undefined));
}

async function remember(name: string): Promise<void> {
  const files = workspace.getConfiguration('files');
  const known = files.inspect<Record<string, string>>('associations');
  const inWorkspace = workspace.workspaceFolders !== undefined;
  const present = (inWorkspace ? known?.workspaceValue : known?.globalValue) ?? {};
  await files.update(
    'associations',
    { ...present, [name]: LANGUAGE_ID },
    inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
  );
}
