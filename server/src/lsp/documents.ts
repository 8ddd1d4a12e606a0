// The open documents: text kept in step with the editor, snapshots made on demand from the edits since the last one. Sends nothing.
import type {
  DidChangeTextDocumentParams,
  TextDocumentContentChangeEvent,
  TextDocumentItem,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Snapshot } from '../model/snapshot';
import type { Finding } from '../rules/rule';
import { type FeatureDocument, type FileFacts, snapshotOf } from '../service';
import type { TextEdit } from '../syntax/parse';

/** A document as handlers see it, good until the next message. */
export interface OpenDocument extends FeatureDocument {
  readonly version: number;
  /** Every finding; computed once for each snapshot. */
  readonly findings: () => readonly Finding[];
}

/** What the store needs from outside. */
export interface DocumentsEnvironment {
  /** Never rejects. */
  readonly factsOf: (uri: string) => Promise<FileFacts>;
  readonly check: (snapshot: Snapshot) => readonly Finding[];
}

export interface Documents {
  readonly open: (item: TextDocumentItem) => void;
  readonly change: (params: DidChangeTextDocumentParams) => void;
  readonly close: (uri: string) => void;
  /** Asks for the facts of the document anew. */
  readonly forgetFacts: (uri: string) => void;
  /** The document with its facts, as it is once they are known; undefined when it is not open. */
  readonly ready: (uri: string) => Promise<OpenDocument | undefined>;
  readonly uris: () => readonly string[];
}

interface Entry {
  readonly text: TextDocument;
  facts: Promise<FileFacts>;
  /** Edits since the snapshot was made. */
  edits: TextEdit[];
  current?: { readonly facts: FileFacts; readonly document: OpenDocument };
}

// Each edit copies the list of lines once: past this many in one go, a whole parse is cheaper.
const MOST_EDITS = 64;

export function openDocuments({ factsOf, check }: DocumentsEnvironment): Documents {
  const entries = new Map<string, Entry>();
  const ready = async (uri: string): Promise<OpenDocument | undefined> => {
    const entry = entries.get(uri);
    if (entry === undefined) return undefined;
    const waited = entry.facts;
    const facts = await waited;
    const same = entries.get(uri) === entry && entry.facts === waited;
    return same ? upToDate(entry, facts, check) : ready(uri);
  };
  return {
    ready,
    open: ({ uri, languageId, version, text }) => {
      entries.set(uri, { text: TextDocument.create(uri, languageId, version, text), facts: factsOf(uri), edits: [] });
    },
    change: ({ textDocument, contentChanges }) => {
      const entry = entries.get(textDocument.uri);
      if (entry === undefined) return;
      for (const change of contentChanges) {
        entry.edits.push(editOf(entry.text, change));
        TextDocument.update(entry.text, [change], textDocument.version);
      }
      TextDocument.update(entry.text, [], textDocument.version);
    },
    close: (uri) => {
      entries.delete(uri);
    },
    forgetFacts: (uri) => {
      const entry = entries.get(uri);
      if (entry !== undefined) entry.facts = factsOf(uri);
    },
    uris: () => [...entries.keys()],
  };
}

/** The offsets that a change has in the text before it. */
export function editOf(before: TextDocument, change: TextDocumentContentChangeEvent): TextEdit {
  if (!('range' in change)) return { start: 0, end: before.getText().length, newText: change.text };
  const one = before.offsetAt(change.range.start);
  const other = before.offsetAt(change.range.end);
  return { start: Math.min(one, other), end: Math.max(one, other), newText: change.text };
}

function upToDate(entry: Entry, facts: FileFacts, check: DocumentsEnvironment['check']): OpenDocument {
  const { text, edits, current } = entry;
  if (current !== undefined && current.facts === facts && edits.length === 0) return current.document;
  const usable = edits.length > MOST_EDITS ? undefined : edits;
  const snapshot = snapshotOf(text.uri, text.getText(), facts, current?.document.snapshot, usable);
  let found: readonly Finding[] | undefined;
  const document: OpenDocument = {
    snapshot,
    get version() {
      return text.version;
    },
    positionAt: (offset) => text.positionAt(offset),
    offsetAt: (position) => text.offsetAt(position),
    findings: () => {
      found ??= check(snapshot);
      return found;
    },
  };
  entry.current = { facts, document };
  entry.edits = [];
  return document;
}
