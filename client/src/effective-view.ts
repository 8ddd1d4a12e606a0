// The panel of the effective configuration: asks the server for one document, shows the answer, asks again when something changes. Works nothing out.
import {
  commands,
  type Disposable,
  type ExtensionContext,
  env,
  l10n,
  languages,
  Position,
  Range,
  Selection,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  EFFECTIVE_PANEL,
  EFFECTIVE_TEXT,
  EFFECTIVE_VIEW,
  type EffectiveTextParams,
  type EffectiveTextResult,
  type EffectiveViewParams,
  type EffectiveViewResult,
  LANGUAGE_ID,
  TARGETS_REQUEST,
  type TargetChoice,
  type ViewPlace,
  type ViewQuery,
} from '../../server/src/lsp/messages';
import { askAbout, documentAtHand, uriNamed } from './documents-at-hand';
import { effectiveDocuments } from './effective-document';
import type { EffectiveRequest, EffectiveState, KeptState } from './effective-messages';
import { openPanel, type Panel, restorePanels } from './panel';

const VIEW_TYPE = 'sshdConfig.effectiveView';
const PAGE = { viewType: VIEW_TYPE, name: 'effective-view', title: l10n.t('Effective configuration') };
// Long enough for a burst of keys, short enough to seem at once.
const PAUSE_MS = 120;

/** Registers the commands, the read-only documents and the restoring of panels after a reload. */
export function showEffectiveViews(context: ExtensionContext, client: BaseLanguageClient): readonly Disposable[] {
  const documents = effectiveDocuments((uri, query) => effectiveText(client, uri, query, true));
  let open: EffectivePanel | undefined;
  const panelFor = (uri: Uri, query: ViewQuery, restored?: WebviewPanel): EffectivePanel => {
    open?.dispose();
    open = effectivePanel(
      context.extensionUri,
      client,
      { uri, query },
      (one) => {
        if (open === one) open = undefined;
      },
      documents.open,
      restored,
    );
    return open;
  };
  return [
    commands.registerCommand(EFFECTIVE_PANEL, async (uri?: unknown, query?: ViewQuery) => {
      const document = await documentFor(uri);
      if (document === undefined) return undefined;
      if (open?.uri.toString() === document.toString()) open.ask(query);
      else panelFor(document, query ?? {});
      open?.reveal();
      return open?.answered();
    }),
    commands.registerCommand('sshdConfig.openEffectiveDocument', async (uri?: unknown, query?: ViewQuery) => {
      const document = await documentFor(uri);
      if (document !== undefined) await documents.open(document, query ?? {});
    }),
    restorePanels(VIEW_TYPE, async (panel, kept: KeptState) => {
      const restored = panelFor(Uri.parse(kept.uri, true), kept.query, panel);
      if ((await restored.answered()) === undefined) restored.dispose();
    }),
    { dispose: () => open?.dispose() },
    ...documents.disposables,
  ];
}

async function documentFor(uri: unknown): Promise<Uri | undefined> {
  return uriNamed(uri) ?? (await documentAtHand())?.uri;
}

interface EffectivePanel extends Disposable {
  readonly uri: Uri;
  readonly reveal: () => void;
  /** Asks anew; with a query, that one. */
  readonly ask: (query?: ViewQuery) => void;
  /** The state shown once all that was asked is answered. */
  readonly answered: () => Promise<EffectiveState | undefined>;
}

interface Subject {
  readonly uri: Uri;
  readonly query: ViewQuery;
}

type OpenDocument = (uri: Uri, query: ViewQuery) => Thenable<unknown>;

function effectivePanel(
  extension: Uri,
  client: BaseLanguageClient,
  { uri, query: first }: Subject,
  closed: (one: EffectivePanel) => void,
  openDocument: OpenDocument,
  restored: WebviewPanel | undefined,
): EffectivePanel {
  let query = first;
  let posed = 1;
  let asked = 0;
  let answer: Promise<EffectiveState | undefined> = Promise.resolve(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const origin = window.activeTextEditor?.viewColumn;
  const disposables: Disposable[] = [];
  const ask = (next?: ViewQuery): void => {
    clearTimeout(timer);
    query = next ?? query;
    const number = ++asked;
    answer = stateOf(client, uri, query).then((answered) => {
      const state = answered && { ...answered, posed };
      if (number === asked && state !== undefined) panel.show(state);
      return state;
    });
    answer.catch((error: unknown) => client.error('The effective configuration could not be asked for', error, false));
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  };
  const handle = (request: EffectiveRequest): void => {
    if (request.kind === 'query') ask(request.query);
    else if (request.kind === 'open') void goTo(request.place, origin);
    else if (request.kind === 'document') void openDocument(uri, query);
    else void copy(client, uri, query);
  };
  const close = (): void => {
    clearTimeout(timer);
    for (const one of disposables) one.dispose();
    closed(self);
  };
  const panel: Panel<EffectiveState> = openPanel(extension, PAGE, { message: handle, closed: close }, restored);
  const self: EffectivePanel = {
    uri,
    ask: (next) => {
      if (next !== undefined) posed++;
      ask(next);
    },
    reveal: () => panel.reveal(),
    answered: () => answer,
    dispose: () => panel.dispose(),
  };
  const concerned = (document: TextDocument): boolean => document.languageId === LANGUAGE_ID;
  disposables.push(
    workspace.onDidChangeTextDocument(
      ({ document, contentChanges }) => contentChanges.length > 0 && concerned(document) && later(),
    ),
    workspace.onDidSaveTextDocument((document) => concerned(document) && later()),
    // New findings are the sign that the server has seen a change on disk or of a setting.
    languages.onDidChangeDiagnostics(({ uris }) => uris.some((one) => one.toString() === uri.toString()) && later()),
  );
  panel.setTitle(l10n.t('Effective: {0}', uri.path.replace(/^.*\//, '')));
  ask();
  return self;
}

async function stateOf(
  client: BaseLanguageClient,
  uri: Uri,
  query: ViewQuery,
): Promise<Omit<EffectiveState, 'posed'> | undefined> {
  const asked: ViewQuery =
    query.compare?.kind === 'saved' ? { ...query, compare: { kind: 'saved', texts: await savedTexts(client) } } : query;
  const view = await askAbout(client, uri, (textDocument) => {
    const params: EffectiveViewParams = { textDocument, query: asked };
    return client.sendRequest<EffectiveViewResult>(EFFECTIVE_VIEW, params);
  });
  if (view === null) return undefined;
  const targets = await client.sendRequest<readonly TargetChoice[]>(TARGETS_REQUEST);
  return { view, query, targets, dirty: dirtyDocuments().length > 0 };
}

const dirtyDocuments = (): readonly TextDocument[] =>
  workspace.textDocuments.filter((one) => one.isDirty && one.languageId === LANGUAGE_ID && !one.isUntitled);

async function savedTexts(client: BaseLanguageClient): Promise<Readonly<Record<string, string>>> {
  const texts = dirtyDocuments().map(async ({ uri }) => {
    const bytes = await workspace.fs.readFile(uri);
    return [client.code2ProtocolConverter.asUri(uri), new TextDecoder().decode(bytes)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

async function effectiveText(
  client: BaseLanguageClient,
  uri: Uri,
  query: ViewQuery,
  annotated: boolean,
): Promise<string> {
  const text = await askAbout(client, uri, (textDocument) => {
    const params: EffectiveTextParams = { textDocument, query, annotated };
    return client.sendRequest<EffectiveTextResult>(EFFECTIVE_TEXT, params);
  });
  return text ?? '';
}

async function copy(client: BaseLanguageClient, uri: Uri, query: ViewQuery): Promise<void> {
  await env.clipboard.writeText(await effectiveText(client, uri, query, false));
  const done = l10n.t('The effective configuration is on the clipboard, as sshd -T prints it');
  window.setStatusBarMessage(`$(check) ${done}`, 4000);
}

async function goTo({ uri, position: { line, character } }: ViewPlace, column: ViewColumn | undefined): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? column ?? ViewColumn.One });
  const at = new Position(line, character);
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at));
}
