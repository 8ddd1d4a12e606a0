// The shell of our views: a webview in an editor column, its page under a strict content policy, the state it shows, its return after a reload.
// What is shown, the view's own file knows.
import { type Disposable, env, l10n, Uri, ViewColumn, type Webview, type WebviewPanel, window } from 'vscode';
import type { PageMessage } from './page-message';

/** Which page a panel shows. */
export interface PanelPage {
  /** The type the editor knows the panel by. */
  readonly viewType: string;
  /** The page's script and style in dist/views, without their endings. */
  readonly name: string;
  readonly title: string;
}

/** An open panel. */
export interface Panel<State> extends Disposable {
  /** Sends the page what it is to show; sent again whenever the page starts anew. */
  readonly show: (state: State) => void;
  readonly setTitle: (title: string) => void;
  /** Brings it to the front where it stands. */
  readonly reveal: () => void;
}

/** What the panel's owner is told. */
export interface PanelEvents<Message> {
  readonly message: (message: Message) => void;
  readonly closed: () => void;
}

/** Opens a panel beside the active editor, or takes over one that the editor restores. */
export function openPanel<State, Message>(
  extension: Uri,
  page: PanelPage,
  events: PanelEvents<Message>,
  restored?: WebviewPanel,
): Panel<State> {
  const views = Uri.joinPath(extension, 'dist', 'views');
  const options = { enableScripts: true, localResourceRoots: [views] };
  const column = { viewColumn: ViewColumn.Beside, preserveFocus: false };
  const panel = restored ?? window.createWebviewPanel(page.viewType, page.title, column, options);
  let state: State | undefined;
  let closed = false;
  const send = () => state !== undefined && !closed && void panel.webview.postMessage(state);
  panel.webview.onDidReceiveMessage((message: PageMessage<Message>) => {
    // Messages before the page listens are lost, and a hidden page is thrown away: it says when it is there.
    if (message.kind === 'page-ready') send();
    else events.message(message.message);
  });
  panel.onDidDispose(() => {
    closed = true;
    events.closed();
  });
  panel.webview.options = options;
  panel.webview.html = pageText(panel.webview, views, page);
  return {
    show: (next) => {
      state = next;
      send();
    },
    setTitle: (title) => {
      panel.title = title;
    },
    reveal: () => panel.reveal(),
    dispose: () => panel.dispose(),
  };
}

/** Has panels of a type come back after the window was reloaded: `restore` gets what the page kept. One without that goes. */
export function restorePanels<Kept>(
  viewType: string,
  restore: (panel: WebviewPanel, kept: Kept) => Promise<void>,
): Disposable {
  return window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel: async (panel, kept: Kept | undefined) => {
      if (kept === undefined) panel.dispose();
      else await restore(panel, kept);
    },
  });
}

/** The page: our script and our style, nothing else, no inline code; the texts of another language as data. */
function pageText(webview: Webview, views: Uri, { name, title }: PanelPage): string {
  const nonce = randomNonce();
  const address = (file: string) => webview.asWebviewUri(Uri.joinPath(views, file)).toString();
  const texts = l10n.bundle === undefined ? '' : ` data-texts="${escaped(JSON.stringify(l10n.bundle))}"`;
  return `<!DOCTYPE html>
<html lang="${l10n.bundle === undefined ? 'en' : env.language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${address(`${name}.css`)}">
</head>
<body>
<main id="view"${texts}></main>
<script nonce="${nonce}" src="${address(`${name}.js`)}"></script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replace(/[+/]/g, 'x');
}
