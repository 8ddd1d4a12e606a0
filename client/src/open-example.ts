// The example of the walkthrough, as a new document: to play with, never to be overwritten.
import { type ExtensionContext, Uri, window, workspace } from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/messages';

/** Opens it. */
export async function openExample({ extensionUri }: ExtensionContext): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'walkthrough', 'example.sshd_config'));
  const content = new TextDecoder().decode(bytes);
  await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE_ID, content }));
}
