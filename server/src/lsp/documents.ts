// The open documents: text kept in step with the editor, snapshots made on demand from the edits since the last one. Sends nothing.
import type {
  DidChangeTextDocumentParams,
  TextDocumentContentChangeEvent,
  TextDocumentItem,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Snapshot } from '../model/snapshot';
import { parsedFile, type SourceFile, withSources } from '../model/source-set';
import type { Finding } from '../rules/rule';
import { type FeatureDocument, type FileFacts, snapshotOf } from '../service';
import { parse, reparse, type TextEdit } from '../syntax/parse';
import type { SyntaxTree } from '../syntax/tree';
import type { OpenFiles } from '../workspace/config-loader';
import { decodedUri } from '../workspace/file-uri';

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

export interface Documents extends OpenFiles {
  readonly open: (item: TextDocumentItem) => void;
  readonly change: (params: DidChangeTextDocumentParams) => void;
  readonly close: (uri: string) => void;
  /** Asks for the facts of all documents anew, when they are wanted. */
  readonly forgetFacts: () => void;
  /** The document with its facts, as it is once they are known; undefined when it is not open. */
  readonly ready: (uri: string) => Promise<OpenDocument | undefined>;
  /** The open documents that what stands in this one may concern. */
  readonly beside: (uri: string) => readonly string[];
}

interface Entry {
  readonly text: TextDocument;
  /** Absent: to be asked for. */
  facts?: Promise<FileFacts> | undefined;
  /** The last of them that have come. */
  gathered?: Promise<FileFacts>;
  /** Edits since the tree was made. */
  edits: TextEdit[];
  tree?: SyntaxTree;
  source?: SourceFile;
  /** What the files that belong to it depend on: its target and what it includes. */
  includes?: string;
  current?: Current;
}

interface Current {
  readonly facts: FileFacts;
  /** The other open documents of the configuration, as they were. */
  readonly others: readonly SourceFile[];
  readonly document: OpenDocument;
}

// Each edit copies the list of lines once: past this many in one go, a whole parse is cheaper.
const MOST_EDITS = 64;

export function openDocuments({ factsOf, check }: DocumentsEnvironment): Documents {
  const entries = new Map<string, Entry>();
  const entryOf = (uri: string): Entry | undefined => {
    const own = entries.get(uri);
    if (own !== undefined || entries.size === 0) return own;
    const plain = decodedUri(uri);
    return [...entries.values()].find(({ text }) => decodedUri(text.uri) === plain);
  };
  const source: OpenFiles['source'] = (uri, path) => {
    const entry = entryOf(uri);
    return entry && sourceOf(entry, path);
  };
  const forgetFacts = (concerns: (entry: Entry) => boolean = () => true): void => {
    for (const entry of entries.values()) if (concerns(entry)) entry.facts = undefined;
  };
  const othersOf = (uri: string, { sources }: FileFacts): readonly SourceFile[] => {
    const known = [...entries.keys()].flatMap((one) => (one === uri ? [] : (sources?.sources.get(one) ?? [])));
    return known.flatMap((one) => source(one.uri, one.path) ?? []);
  };
  const ready = async (uri: string): Promise<OpenDocument | undefined> => {
    const entry = entries.get(uri);
    if (entry === undefined) return undefined;
    entry.facts ??= factsOf(uri);
    const waited = entry.facts;
    const facts = await waited;
    if (entries.get(uri) !== entry || entry.facts !== waited) return ready(uri);
    entry.gathered = waited;
    const document = upToDate(entry, facts, othersOf(uri, facts), check);
    if (!includesChanged(entry, document.snapshot)) return document;
    forgetFacts();
    return ready(uri);
  };
  return {
    ready,
    source,
    open: ({ uri, languageId, version, text }) => {
      entries.set(uri, { text: TextDocument.create(uri, languageId, version, text), edits: [] });
      forgetFacts(({ current }) => current?.facts.sources?.sources.has(uri) !== true);
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
      // What is still being gathered may hold the text that goes.
      forgetFacts(
        ({ facts, gathered, current }) => facts !== gathered || current?.facts.sources?.sources.has(uri) === true,
      );
    },
    forgetFacts: () => forgetFacts(),
    uris: () => [...entries.keys()],
    beside: (uri) => {
      const read = entries.get(uri)?.current?.document.snapshot.configuration.sources.sources;
      const others = [...entries].filter(
        ([one, { current }]) => one !== uri && (read?.has(one) || current?.facts.sources?.sources.has(uri)),
      );
      return others.map(([one]) => one);
    },
  };
}

/** The offsets that a change has in the text before it. */
export function editOf(before: TextDocument, change: TextDocumentContentChangeEvent): TextEdit {
  if (!('range' in change)) return { start: 0, end: before.getText().length, newText: change.text };
  const one = before.offsetAt(change.range.start);
  const other = before.offsetAt(change.range.end);
  return { start: Math.min(one, other), end: Math.max(one, other), newText: change.text };
}

/** The tree of the text as it is now. */
function treeNow(entry: Entry): SyntaxTree {
  const { text, tree, edits } = entry;
  const whole = tree === undefined || edits.length > MOST_EDITS;
  entry.tree = whole ? parse(text.getText(), tree?.dialect ?? 'argv-split') : edits.reduce(reparse, tree);
  entry.edits = [];
  return entry.tree;
}

function sourceOf(entry: Entry, path: string): SourceFile {
  const tree = treeNow(entry);
  const byteOrderMark = entry.current?.document.snapshot.byteOrderMark ?? false;
  const { source, text } = entry;
  const same = source?.text === tree.text && source.path === path && source.byteOrderMark === byteOrderMark;
  const now = same ? source : parsedFile({ uri: text.uri, path, byteOrderMark }, tree);
  entry.source = now;
  return now;
}

/** Whether another target or other Includes stand there than when the facts were gathered. */
function includesChanged(entry: Entry, { catalog, reading, configuration }: Snapshot): boolean {
  const lines = reading.model.directives.filter(({ directive }) => directive?.argument.name === 'include');
  const now = [catalog.target.id, ...lines.map(({ line }) => line.text.trim())].join('\n');
  const before = entry.includes;
  entry.includes = now;
  if (before !== undefined) return before !== now;
  // It was edited while its files were fetched.
  return configuration.sources.main !== undefined && configuration.wanted.patterns.length > 0;
}

function upToDate(
  entry: Entry,
  facts: FileFacts,
  others: readonly SourceFile[],
  check: DocumentsEnvironment['check'],
): OpenDocument {
  const { text, current } = entry;
  const tree = treeNow(entry);
  const same = current?.facts === facts && current.document.snapshot.tree === tree && isSame(current.others, others);
  if (same) return current.document;
  const { sources } = facts;
  const now = sources && others.length > 0 ? { ...facts, sources: withSources(sources, others) } : facts;
  const snapshot = snapshotOf(text.uri, text.getText(), now, { tree }, []);
  entry.tree = snapshot.tree;
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
  entry.current = { facts, others, document };
  return document;
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
