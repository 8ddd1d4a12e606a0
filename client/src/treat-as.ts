// "Treat as sshd_config": makes the open file one of ours, and on request all files of its name.
import { ConfigurationTarget, languages, window, workspace } from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/messages';

/** Sets the language of the active document, and offers to remember it for the file's name. */
export async function treatAsSshdConfig(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) {
    void window.showInformationMessage('Open a file first.');
    return;
  }
  await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  if (document.isUntitled || name === '') return;
  const always = `Always for ${name}`;
  void window
    .showInformationMessage(`${name} is treated as sshd_config until it is closed.`, always)
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
