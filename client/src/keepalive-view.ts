// The keepalive panel: asks the server for one document and the values that are tried, shows the answer, writes them as one edit. Works nothing out.
import { commands, type Disposable, type ExtensionContext, l10n, Uri, type WebviewPanel, workspace } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit as ProtocolEdit } from 'vscode-languageclient';
import {
  KEEPALIVE_PANEL,
  KEEPALIVE_VIEW,
  KEEPALIVE_WRITE,
  type KeepaliveTried,
  type KeepaliveViewParams,
  type KeepaliveViewResult,
  type KeepaliveWriteParams,
} from '../../server/src/lsp/messages';
import { askAbout, documentAtHand, uriNamed } from './documents-at-hand';
import type { KeepaliveRequest, KeepaliveState, KeptState } from './keepalive-messages';
import { openPanel, type Panel, restorePanels } from './panel';

const PAGE = { viewType: 'sshdConfig.keepaliveView', name: 'keepalive-view', title: l10n.t('Keepalive') };

/** Registers the command that opens the panel, for the file at hand or for a URI and a partition as the code lens names them, and the restoring of panels. */
export function showKeepaliveView(context: ExtensionContext, client: BaseLanguageClient): readonly Disposable[] {
  let open: KeepalivePanel | undefined;
  const panelFor = (uri: Uri, restored?: WebviewPanel): KeepalivePanel => {
    open?.dispose();
    const panel = keepalivePanel(
      context.extensionUri,
      client,
      uri,
      () => {
        if (open === panel) open = undefined;
      },
      restored,
    );
    open = panel;
    return panel;
  };
  return [
    commands.registerCommand(KEEPALIVE_PANEL, async (named?: unknown, partition?: unknown) => {
      const uri = uriNamed(named) ?? (await documentAtHand())?.uri;
      if (uri === undefined) return undefined;
      const tried = typeof partition === 'number' ? { partition } : {};
      if (open?.uri.toString() !== uri.toString()) return panelFor(uri).ask(tried);
      open.reveal();
      return open.ask(tried);
    }),
    restorePanels(PAGE.viewType, async (panel, kept: KeptState) => {
      const restored = panelFor(Uri.parse(kept.uri, true), panel);
      if ((await restored.ask(kept.tried)).kind === 'missing') restored.dispose();
    }),
    { dispose: () => open?.dispose() },
  ];
}

interface KeepalivePanel extends Disposable {
  readonly uri: Uri;
  readonly reveal: () => void;
  /** Asks anew with what is tried; resolves to what is shown. */
  readonly ask: (tried: KeepaliveTried) => Promise<KeepaliveState>;
}

function keepalivePanel(
  extension: Uri,
  client: BaseLanguageClient,
  uri: Uri,
  closed: () => void,
  restored?: WebviewPanel,
): KeepalivePanel {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  let tried: KeepaliveTried = {};
  let asked = 0;
  let posed = 0;
  const answer = async (next: KeepaliveTried): Promise<KeepaliveState> => {
    tried = next;
    const number = ++asked;
    const view = await askAbout(client, uri, (document) => {
      const params: KeepaliveViewParams = { textDocument: document, tried: next };
      return client.sendRequest<KeepaliveViewResult>(KEEPALIVE_VIEW, params);
    });
    const kept = { uri: uri.toString(), tried: next };
    const state: KeepaliveState = view === null ? { kind: 'missing', file } : { kind: 'view', file, view, kept, posed };
    // A slider asks faster than the server answers: only the last answer is shown.
    if (number === asked) panel.show(state);
    return state;
  };
  const ask = (next: KeepaliveTried): Promise<KeepaliveState> => {
    posed++;
    return answer(next);
  };
  const again = () => void answer(tried);
  const handle = async (request: KeepaliveRequest): Promise<void> => {
    if (request.kind === 'try') {
      await answer(request.tried);
      return;
    }
    await write(client, { textDocument, ...request });
    // What is written is in force, so only the wishes are still tried.
    const { interval: _, countMax: __, ...wishes } = request.tried;
    await ask(wishes);
  };
  const watchers = [
    workspace.onDidChangeTextDocument(({ document }) => document.uri.toString() === uri.toString() && again()),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('sshdConfig') && again()),
  ];
  const events = {
    message: (request: KeepaliveRequest) => void handle(request),
    closed: () => {
      for (const one of watchers) one.dispose();
      closed();
    },
  };
  const panel: Panel<KeepaliveState> = openPanel(extension, PAGE, events, restored);
  panel.setTitle(l10n.t('Keepalive: {0}', file));
  return { uri, reveal: panel.reveal, ask, dispose: panel.dispose };
}

async function write(client: BaseLanguageClient, params: KeepaliveWriteParams): Promise<void> {
  const edit = await client.sendRequest<ProtocolEdit | null>(KEEPALIVE_WRITE, params);
  if (edit !== null) await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
}
