// The handler table: one row per capability. A new capability is one file in features and one row here.
import {
  type CancellationToken,
  type ClientCapabilities,
  CodeActionKind,
  CodeActionRequest,
  CodeLensRequest,
  type CompletionParams,
  CompletionResolveRequest,
  type Connection,
  DefinitionRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LSPErrorCodes,
  PrepareRenameRequest,
  ProtocolRequestType,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  SelectionRangeRequest,
  type SemanticTokens,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type ServerCapabilities,
  SignatureHelpRequest,
  type TextDocumentIdentifier,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { FolderListing, WantedFolder } from '../model/folder-listing';
import {
  ADD_KEEPALIVE_KIND,
  type ClientEdits,
  type ClientItems,
  codeActions,
  codeLenses,
  completions,
  definition,
  documentHighlights,
  documentLinks,
  documentSymbols,
  effectiveText,
  effectiveView,
  FIX_ALL_KIND,
  folderWanted,
  foldingRanges,
  formatting,
  formattingOnType,
  hover,
  inlayHints,
  keepaliveView,
  keepaliveWrite,
  namedPaths,
  prepareRename,
  REFACTORING_KINDS,
  references,
  rename,
  resolveCompletion,
  SIGNATURE_TRIGGERS,
  selectionRanges,
  semanticTokens,
  signatureHelp,
  TOKEN_LEGEND,
  workspaceSymbols,
} from '../service';
import { diagnosticAnswers } from './diagnostic-answers';
import { type MakeDiagnostics, pulls } from './diagnostics';
import type { Documents, OpenDocument } from './documents';
import {
  CHECK_WITH_SSHD,
  EFFECTIVE_TEXT,
  EFFECTIVE_VIEW,
  type EffectiveTextParams,
  type EffectiveTextResult,
  type EffectiveViewParams,
  type EffectiveViewResult,
  type InitializationOptions,
  KEEPALIVE_VIEW,
  KEEPALIVE_WRITE,
  type KeepaliveViewParams,
  type KeepaliveViewResult,
  type KeepaliveWriteParams,
} from './messages';
import { type Log, runSafe } from './run-safe';
import type { CheckWithSshd } from './sshd-check';
import { tokenAnswers } from './token-answers';

/** What handlers answer from. */
export interface HandlerContext {
  readonly documents: Documents;
  readonly makeDiagnostics: MakeDiagnostics;
  /** Checks and tells the user. */
  readonly checkWithSshd: CheckWithSshd;
  readonly clientEdits: ClientEdits & ClientItems;
  /** Where files of the document's system lie, of those that are there. Never rejects. */
  readonly filesThere: (uri: string, paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** What a folder of the document's system holds. Never rejects. */
  readonly listFolder: (uri: string, wanted: WantedFolder) => Promise<FolderListing | undefined>;
  readonly shows: Pick<InitializationOptions, 'pictures' | 'keepalivePanel' | 'effectivePanel' | 'copyClientLines'>;
  readonly log: Log;
}

/** One row of the table. */
export interface Handler {
  /** What the log calls it. */
  readonly name: string;
  readonly capability: ServerCapabilities;
  /** Whether this client is offered the capability; absent: always. */
  readonly wanted?: (client: ClientCapabilities) => boolean;
  readonly attach: (connection: Connection, context: HandlerContext) => void;
}

/** A request about an open document; `empty` is the answer when it is not open or the feature threw. */
export function onDocument<P extends { readonly textDocument: TextDocumentIdentifier }, R, PR, E, RO>(
  name: string,
  type: ProtocolRequestType<P, R, PR, E, RO>,
  capability: ServerCapabilities,
  empty: R,
  feature: (document: OpenDocument, params: P, context: HandlerContext) => R,
): Handler {
  const attach: Handler['attach'] = (connection, context) => {
    connection.onRequest<unknown, void>(type.method, (params: P, token: CancellationToken) => {
      const prepare = () => context.documents.ready(params.textDocument.uri);
      const answer = (open: OpenDocument | undefined) => (open === undefined ? empty : feature(open, params, context));
      return runSafe({ name, empty, prepare, answer }, context.log, token);
    });
  };
  return { name, capability, attach };
}

/** A request that sends back what an earlier answer held; it is its own empty answer. */
export function onItem<P, PR, E, RO>(
  name: string,
  type: ProtocolRequestType<P, P, PR, E, RO>,
  capability: ServerCapabilities,
  feature: (item: P) => P,
): Handler {
  const attach: Handler['attach'] = (connection, { log }) => {
    connection.onRequest<unknown, void>(type.method, (item: P, token: CancellationToken) =>
      runSafe({ name, empty: item, prepare: () => item, answer: feature }, log, token),
    );
  };
  return { name, capability, attach };
}

const COMPLETION = {
  completionProvider: { resolveProvider: true, triggerCharacters: [' ', ',', '+', '-', '^', '%', '=', ':', '@', '/'] },
};
const CODE_ACTIONS = {
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, ...REFACTORING_KINDS, FIX_ALL_KIND, ADD_KEEPALIVE_KIND],
  },
};
const RENAME = { renameProvider: { prepareProvider: true } };
const TOKENS = { semanticTokensProvider: { legend: TOKEN_LEGEND, full: { delta: true }, range: true } };
const NO_TOKENS: SemanticTokens = { data: [] };
const EFFECTIVE_VIEW_TYPE = new ProtocolRequestType<EffectiveViewParams, EffectiveViewResult, never, void, void>(
  EFFECTIVE_VIEW,
);
const EFFECTIVE_TEXT_TYPE = new ProtocolRequestType<EffectiveTextParams, EffectiveTextResult, never, void, void>(
  EFFECTIVE_TEXT,
);
const NO_DIAGNOSTICS: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

// The editor shows the words of a request that failed.
function orRefusal(edit: ReturnType<typeof rename>): WorkspaceEdit {
  if (!('problem' in edit)) return edit;
  return new ResponseError(LSPErrorCodes.RequestFailed, edit.problem) as WorkspaceEdit;
}
const KEEPALIVE_VIEW_REQUEST = new ProtocolRequestType<KeepaliveViewParams, KeepaliveViewResult, never, void, void>(
  KEEPALIVE_VIEW,
);
const KEEPALIVE_WRITE_REQUEST = new ProtocolRequestType<KeepaliveWriteParams, WorkspaceEdit | null, never, void, void>(
  KEEPALIVE_WRITE,
);

// The text may have changed while the folder was listed: what does not belong to it then, the feature leaves out.
async function withListing(
  { textDocument: { uri }, position }: CompletionParams,
  { documents, listFolder }: HandlerContext,
): Promise<{ readonly document: OpenDocument; readonly listing?: FolderListing } | null> {
  const document = await documents.ready(uri);
  const wanted = document && folderWanted(document, position);
  if (wanted === undefined) return document === undefined ? null : { document };
  const listing = await listFolder(uri, wanted);
  const now = await documents.ready(uri);
  return now === undefined ? null : { document: now, ...(listing === undefined ? {} : { listing }) };
}

async function withPlaces(
  uri: string,
  { documents, filesThere }: HandlerContext,
): Promise<{ readonly document: OpenDocument; readonly places: ReadonlyMap<string, string> } | null> {
  const document = await documents.ready(uri);
  const paths = document === undefined ? [] : namedPaths(document).map(({ path }) => path);
  const places = await filesThere(uri, paths);
  const now = await documents.ready(uri);
  return now === undefined ? null : { document: now, places };
}

/** Every capability of this server beside text synchronisation. */
export const HANDLERS: readonly Handler[] = [
  onDocument('hover', HoverRequest.type, { hoverProvider: true }, null, (document, { position }, { shows }) =>
    hover({ ...document, pictures: shows.pictures === true }, position),
  ),
  {
    name: 'completion',
    capability: COMPLETION,
    attach: (connection, context) => {
      connection.onCompletion((params, token) =>
        runSafe(
          {
            name: 'completion',
            empty: null,
            prepare: () => withListing(params, context),
            answer: (open) => open && completions(open.document, params.position, context.clientEdits, open.listing),
          },
          context.log,
          token,
        ),
      );
    },
  },
  onItem('completion item', CompletionResolveRequest.type, COMPLETION, (item) => resolveCompletion(item)),
  onDocument('code actions', CodeActionRequest.type, CODE_ACTIONS, null, (document, params, { clientEdits, shows }) =>
    codeActions(document, params, document.findings(), { ...clientEdits, copyClientLines: shows.copyClientLines }),
  ),
  onDocument('definition', DefinitionRequest.type, { definitionProvider: true }, null, (document, { position }) =>
    definition(document, position),
  ),
  onDocument('references', ReferencesRequest.type, { referencesProvider: true }, null, (document, params) =>
    references(document, params.position, params.context.includeDeclaration),
  ),
  onDocument(
    'highlights',
    DocumentHighlightRequest.type,
    { documentHighlightProvider: true },
    null,
    (document, { position }) => documentHighlights(document, position),
  ),
  {
    name: 'links',
    capability: { documentLinkProvider: {} },
    attach: (connection, context) => {
      connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
        runSafe(
          {
            name: 'links',
            empty: null,
            prepare: () => withPlaces(uri, context),
            answer: (open) => open && documentLinks(open.document, open.places),
          },
          context.log,
          token,
        ),
      );
    },
  },
  onDocument('document symbols', DocumentSymbolRequest.type, { documentSymbolProvider: true }, null, (document) =>
    documentSymbols(document),
  ),
  onDocument('folding ranges', FoldingRangeRequest.type, { foldingRangeProvider: true }, null, (document) =>
    foldingRanges(document),
  ),
  onDocument('code lenses', CodeLensRequest.type, { codeLensProvider: {} }, null, (document, _params, { shows }) =>
    codeLenses(document, {
      panel: shows.keepalivePanel,
      effectivePanel: shows.effectivePanel,
      copyClientLines: shows.copyClientLines,
    }),
  ),
  onDocument('keepalive view', KEEPALIVE_VIEW_REQUEST, {}, null, (document, { tried }) =>
    keepaliveView(document, tried),
  ),
  onDocument('keepalive write', KEEPALIVE_WRITE_REQUEST, {}, null, (document, { tried, rememberPath }) =>
    keepaliveWrite(document, tried, rememberPath),
  ),
  onDocument('inlay hints', InlayHintRequest.type, { inlayHintProvider: true }, null, (document, { range }) =>
    inlayHints(document, range),
  ),
  onDocument('effective view', EFFECTIVE_VIEW_TYPE, {}, null, (document, { query }) => effectiveView(document, query)),
  onDocument('effective text', EFFECTIVE_TEXT_TYPE, {}, null, (document, { query, annotated }) =>
    effectiveText(document, query, annotated),
  ),
  onDocument(
    'selection ranges',
    SelectionRangeRequest.type,
    { selectionRangeProvider: true },
    null,
    (document, { positions }) => selectionRanges(document, positions),
  ),
  onDocument('rename', RenameRequest.type, RENAME, null, (document, { position, newName }) =>
    orRefusal(rename(document, position, newName)),
  ),
  onDocument('place of a rename', PrepareRenameRequest.type, RENAME, null, (document, { position }) =>
    prepareRename(document, position),
  ),
  {
    name: 'workspace symbols',
    capability: { workspaceSymbolProvider: true },
    attach: (connection, { documents, log }) => {
      const prepare = async () =>
        (await Promise.all(documents.uris().map(documents.ready))).filter((one) => one !== undefined);
      connection.onWorkspaceSymbol(({ query }, token) =>
        runSafe(
          { name: 'workspace symbols', empty: [], prepare, answer: (all) => workspaceSymbols(all, query) },
          log,
          token,
        ),
      );
    },
  },
  onDocument(
    'signature help',
    SignatureHelpRequest.type,
    { signatureHelpProvider: { triggerCharacters: [...SIGNATURE_TRIGGERS] } },
    null,
    (document, { position }) => signatureHelp(document, position),
  ),
  onDocument(
    'formatting',
    DocumentFormattingRequest.type,
    { documentFormattingProvider: true },
    null,
    (document, { options }) => formatting(document, options),
  ),
  onDocument(
    'formatting of a range',
    DocumentRangeFormattingRequest.type,
    { documentRangeFormattingProvider: true },
    null,
    (document, { options, range }) => formatting(document, options, range),
  ),
  onDocument(
    'formatting on type',
    DocumentOnTypeFormattingRequest.type,
    { documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' } },
    null,
    (document, { options, position }) => formattingOnType(document, options, position),
  ),
  onDocument(
    'semantic tokens',
    SemanticTokensRequest.type,
    TOKENS,
    NO_TOKENS,
    (document, { textDocument }, { documents }) =>
      tokenAnswers(documents).whole(textDocument.uri, semanticTokens(document)),
  ),
  onDocument(
    'changed semantic tokens',
    SemanticTokensDeltaRequest.type,
    TOKENS,
    NO_TOKENS,
    (document, { textDocument, previousResultId }, { documents }) =>
      tokenAnswers(documents).since(textDocument.uri, previousResultId, semanticTokens(document)),
  ),
  onDocument('semantic tokens of a range', SemanticTokensRangeRequest.type, TOKENS, NO_TOKENS, (document, { range }) =>
    semanticTokens(document, range),
  ),
  {
    ...onDocument(
      'diagnostics',
      DocumentDiagnosticRequest.type,
      { diagnosticProvider: { identifier: 'sshd_config', interFileDependencies: true, workspaceDiagnostics: false } },
      NO_DIAGNOSTICS,
      (document, { textDocument, previousResultId }, { documents, makeDiagnostics }) =>
        diagnosticAnswers(documents).since(textDocument.uri, previousResultId, makeDiagnostics(document)),
    ),
    wanted: pulls,
  },
  {
    name: 'check with the installed sshd',
    capability: { executeCommandProvider: { commands: [CHECK_WITH_SSHD] } },
    attach: (connection, { checkWithSshd }) => {
      connection.onExecuteCommand(({ command, arguments: [uri] = [] }) =>
        command === CHECK_WITH_SSHD && typeof uri === 'string' ? checkWithSshd(uri) : null,
      );
    },
  },
];
