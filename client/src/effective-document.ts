// The effective configuration as a read-only document, kept up to date while it is open.
import { type Disposable, EventEmitter, l10n, languages, Uri, window, workspace } from 'vscode';
import { LANGUAGE_ID, type ViewQuery } from '../../server/src/lsp/messages';

const SCHEME = 'sshd-effective';

/** Makes the text for a document and a query. */
export type MakeText = (uri: Uri, query: ViewQuery) => Promise<string>;

/** Provides the documents. */
export function effectiveDocuments(makeText: MakeText): {
  readonly open: (uri: Uri, query: ViewQuery) => Promise<void>;
  readonly disposables: readonly Disposable[];
} {
  const changed = new EventEmitter<Uri>();
  const refresh = (uris: readonly Uri[]): void => {
    const changedOnes = new Set(uris.map(String));
    for (const { uri } of workspace.textDocuments)
      if (uri.scheme === SCHEME && changedOnes.has(subjectOf(uri).uri.toString())) changed.fire(uri);
  };
  return {
    open: async (uri, query) => {
      const document = await workspace.openTextDocument(addressOf(uri, query));
      await window.showTextDocument(await languages.setTextDocumentLanguage(document, LANGUAGE_ID), { preview: false });
    },
    disposables: [
      changed,
      workspace.registerTextDocumentContentProvider(SCHEME, {
        onDidChange: changed.event,
        provideTextDocumentContent: (address) => {
          const { uri, query } = subjectOf(address);
          return makeText(uri, query);
        },
      }),
      // Each change of a configuration brings new findings or takes old ones anew.
      languages.onDidChangeDiagnostics(({ uris }) => refresh(uris)),
      workspace.onDidChangeTextDocument(({ document }) => refresh([document.uri])),
    ],
  };
}

// The path is what the tab shows; the rest travels in the query.
function addressOf(uri: Uri, query: ViewQuery): Uri {
  const { compare: _, ...plain } = query;
  const name = uri.path.replace(/^.*\//, '');
  return Uri.from({
    scheme: SCHEME,
    path: `/${l10n.t('{0} (effective)', name)}`,
    query: JSON.stringify({ uri: uri.toString(), query: plain }),
  });
}

function subjectOf({ query }: Uri): { readonly uri: Uri; readonly query: ViewQuery } {
  const subject = JSON.parse(query) as { readonly uri: string; readonly query: ViewQuery };
  return { uri: Uri.parse(subject.uri, true), query: subject.query };
}
