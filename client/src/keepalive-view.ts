// The keepalive panel: asks the server for one document and the values that are tried, shows the answer, writes them as one edit. Works nothing out.
import { commands, type Disposable, type ExtensionContext, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit as ProtocolEdit } from 'vscode-languageclient';
import {
  KEEPALIVE_PANEL,
  KEEPALIVE_VIEW,
  KEEPALIVE_WRITE,
  type KeepaliveTried,
  type KeepaliveViewParams,
  type KeepaliveViewResult,
  type KeepaliveWriteParams,
  LANGUAGE_ID,
} from '../../server/src/lsp/messages';
import type { KeepaliveRequest, KeepaliveState } from './keepalive-messages';
import { openPanel, type Panel } from './panel';

const PAGE = { viewType: 'sshdConfig.keepaliveView', name: 'keepalive-view', title: 'Keepalive' };

/** Registers the command that opens the panel: for the active file, or for a URI and a partition as the code lens names them. */
export function showKeepaliveView(context: ExtensionContext, client: BaseLanguageClient): readonly Disposable[] {
  let open: KeepalivePanel | undefined;
  return [
    commands.registerCommand(KEEPALIVE_PANEL, async (named?: unknown, partition?: unknown) => {
      const uri = uriOf(named);
      if (uri === undefined) {
        void window.showInformationMessage('Open an sshd_config file first.');
        return undefined;
      }
      const tried = typeof partition === 'number' ? { partition } : {};
      if (open?.uri.toString() !== uri.toString()) {
        open?.dispose();
        const panel = keepalivePanel(context.extensionUri, client, uri, () => {
          if (open === panel) open = undefined;
        });
        open = panel;
      } else open.reveal();
      return open.ask(tried);
    }),
    { dispose: () => open?.dispose() },
  ];
}

function uriOf(named: unknown): Uri | undefined {
  if (named instanceof Uri) return named;
  if (typeof named === 'string') return Uri.parse(named, true);
  const document = window.activeTextEditor?.document;
  return document?.languageId === LANGUAGE_ID ? document.uri : undefined;
}

interface KeepalivePanel extends Disposable {
  readonly uri: Uri;
  readonly reveal: () => void;
  /** Asks anew with what is tried; resolves to what is shown. */
  readonly ask: (tried?: KeepaliveTried) => Promise<KeepaliveState>;
}

function keepalivePanel(extension: Uri, client: BaseLanguageClient, uri: Uri, closed: () => void): KeepalivePanel {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  let tried: KeepaliveTried = {};
  let asked = 0;
  const ask = async (next: KeepaliveTried = tried): Promise<KeepaliveState> => {
    tried = next;
    const number = ++asked;
    const params: KeepaliveViewParams = { textDocument, tried };
    const view = await client.sendRequest<KeepaliveViewResult>(KEEPALIVE_VIEW, params);
    const state: KeepaliveState = view === null ? { kind: 'missing', file } : { kind: 'view', file, view };
    // A slider asks faster than the server answers: only the last answer is shown.
    if (number === asked) panel.show(state);
    return state;
  };
  const handle = async (request: KeepaliveRequest): Promise<void> => {
    if (request.kind === 'write') await write(client, { textDocument, ...request });
    // What is written is in force, so only the wishes are still tried.
    const { interval: _, countMax: __, ...wishes } = request.tried;
    await ask(request.kind === 'write' ? wishes : request.tried);
  };
  const watchers = [
    workspace.onDidChangeTextDocument(({ document }) => document.uri.toString() === uri.toString() && void ask()),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('sshdConfig') && void ask()),
  ];
  const panel: Panel<KeepaliveState> = openPanel(extension, PAGE, {
    message: (request: KeepaliveRequest) => void handle(request),
    closed: () => {
      for (const one of watchers) one.dispose();
      closed();
    },
  });
  panel.setTitle(`Keepalive: ${file}`);
  return { uri, reveal: panel.reveal, ask, dispose: panel.dispose };
}

async function write(client: BaseLanguageClient, params: KeepaliveWriteParams): Promise<void> {
  const edit = await client.sendRequest<ProtocolEdit | null>(KEEPALIVE_WRITE, params);
  if (edit !== null) await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
}
