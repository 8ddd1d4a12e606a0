// Which document a command is about, and documents that the server is asked about. Shows a document where that is needed; knows no command.
import { commands, l10n, languages, TabInputText, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DOCUMENT_SELECTOR } from './document-selector';

/** The command that opens the example. */
export const OPEN_EXAMPLE = 'sshdConfig.openExample';

/** The sshd_config in front; else one that stands in a tab, which comes to the front; else the user is told to open one. */
export async function documentAtHand(): Promise<TextDocument | undefined> {
  const active = window.activeTextEditor?.document;
  if (isOurs(active)) return active;
  const other = window.visibleTextEditors.map(({ document }) => document).find(isOurs) ?? documentInTab();
  if (other !== undefined) return (await window.showTextDocument(other, { preview: false })).document;
  const example = l10n.t('Open the Example');
  void window
    .showInformationMessage(l10n.t('Open an sshd_config file first.'), example)
    .then((choice) => choice === example && commands.executeCommand(OPEN_EXAMPLE));
  return undefined;
}

/** A document as a menu of the editor, or a code lens of the server, names it to a command. */
export function uriNamed(named: unknown): Uri | undefined {
  if (named instanceof Uri) return named;
  return typeof named === 'string' ? Uri.parse(named, true) : undefined;
}

function isOurs(document: TextDocument | undefined): document is TextDocument {
  return document !== undefined && languages.match(DOCUMENT_SELECTOR, document) > 0;
}

function documentInTab(): TextDocument | undefined {
  const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ input }) => input);
  const shown = new Set(inputs.map((input) => (input instanceof TabInputText ? input.uri.toString() : '')));
  return workspace.textDocuments.filter(isOurs).find(({ uri }) => shown.has(uri.toString()));
}

const MOST_TRIES = 10;
const PAUSE_MS = 120;

/**
 * Asks the server about a document. Asked while the server or the window starts, or the moment a document opens, the question
 * may be there before the document is: then it is asked again. Null: there is no such document.
 */
export async function askAbout<Result>(
  client: BaseLanguageClient,
  uri: Uri,
  ask: (textDocument: { readonly uri: string }) => Promise<Result | null>,
): Promise<Result | null> {
  await client.start();
  for (let tries = 0; ; tries++) {
    const document = await loaded(uri);
    const answer = document && (await ask({ uri: client.code2ProtocolConverter.asUri(document.uri) }));
    if (answer !== undefined && answer !== null) return answer;
    if (tries === MOST_TRIES) return null;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

// The server answers for open documents only, and the editor may have closed it. One without a file would be made anew, and empty.
async function loaded(uri: Uri): Promise<TextDocument | undefined> {
  if (uri.scheme === 'untitled') return workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    // Deleted or out of reach: there is none.
    return undefined;
  }
}
