// The facade: text in, plain editor data out. Everything a host, the CLI or a test may ask of the core; synchronous, no IO.

import { type Catalog, catalogAt } from './catalog/catalog';
import { dialectOf, NEWEST_TARGET, type Target, targetNamed } from './catalog/targets';
import type { FeatureDocument } from './features/document';
import { readConfiguration, readingOf } from './model/configuration';
import { controlComments } from './model/control-comments';
import type { Accounts, Settings, Snapshot, TargetSource } from './model/snapshot';
import { loneSource, parsedFile, type SourceFile, type SourceSet, withSources } from './model/source-set';
import { RULES } from './rules/registry';
import type { Finding, Rule } from './rules/rule';
import { findings, type OnFailure } from './rules/run';
import { parse, reparse, type TextEdit } from './syntax/parse';
import type { SyntaxTree } from './syntax/tree';

export { ADD_KEEPALIVE_KIND, type ClientEdits, codeActions, FIX_ALL_KIND } from './features/code-actions';
export { codeLenses } from './features/code-lenses';
export { type ClientItems, completions, folderWanted, resolveCompletion } from './features/completion';
export { definition } from './features/definition';
export { diagnostics } from './features/diagnostics';
export { documentHighlights } from './features/document-highlights';
export { documentLinks } from './features/document-links';
export { documentSymbols } from './features/document-symbols';
export { effectiveText } from './features/effective-text';
export { effectiveView } from './features/effective-view';
export { foldingRanges } from './features/folding-ranges';
export { formatEdits, formatting, formattingOnType } from './features/formatting';
export { hover } from './features/hover';
export { inlayHints } from './features/inlay-hints';
export { keepaliveView, keepaliveWrite } from './features/keepalive-view';
export { namedPaths } from './features/named-paths';
export { REFACTORING_KINDS } from './features/refactoring';
export { references } from './features/references';
export { prepareRename, rename } from './features/rename';
export { type ListedRule, ruleList } from './features/rule-list';
export { fixesForAll } from './features/safe-fixes';
export { selectionRanges } from './features/selection-ranges';
export { TOKEN_LEGEND } from './features/semantic-legend';
export { semanticTokens } from './features/semantic-tokens';
export { SIGNATURE_TRIGGERS, signatureHelp } from './features/signature-help';
export { workspaceSymbols } from './features/workspace-symbols';
export type { FeatureDocument };

/** What is known of a file beside its text. */
export interface FileFacts {
  readonly settings: Settings;
  /** Named by whoever asks: goes before everything, the file's own comment included. */
  readonly askedTarget?: Target;
  /** The setting `sshdConfig.target`; absent: auto. */
  readonly target?: Target;
  /** The target of the system the file lies on, where one was found. */
  readonly systemTarget?: Target;
  readonly byteOrderMark?: boolean;
  /** The accounts of the system the file lies on. */
  readonly accounts?: Accounts;
  /** Where the configuration is this machine's own: files that it names. */
  readonly machine?: Snapshot['machine'];
  /** The files it is read with, as far as they are known; absent: the file stands alone. Its own text there is not looked at. */
  readonly sources?: SourceSet;
}

/** The snapshot of a text. With `previous` and the edits that led from it to `text`, unchanged lines keep their parse. */
export function snapshotOf(
  uri: string,
  text: string,
  facts: FileFacts,
  previous?: Pick<Snapshot, 'tree'>,
  edits?: readonly TextEdit[],
): Snapshot {
  const { target, source } = chosenTarget(text, facts);
  const catalog = catalogAt(target);
  const tree = treeOf(text, catalog.target, previous?.tree, edits);
  const file = parsedFile({ uri, path: pathOf(uri, facts), byteOrderMark: facts.byteOrderMark ?? false }, tree);
  const { keepalive } = facts.settings;
  const natTimeout = controlComments(text).natTimeout ?? keepalive.natTimeout;
  const settings = {
    ...facts.settings,
    keepalive: { ...keepalive, ...(natTimeout === undefined ? {} : { natTimeout }) },
  };
  return {
    uri,
    tree,
    catalog,
    targetSource: source,
    ...place(file, catalog, facts.sources),
    settings,
    byteOrderMark: facts.byteOrderMark ?? false,
    ...(facts.accounts === undefined ? {} : { accounts: facts.accounts }),
    ...(facts.machine === undefined ? {} : { machine: facts.machine }),
  };
}

function pathOf(uri: string, { sources }: FileFacts): string {
  return sources?.sources.get(uri)?.path ?? '/etc/ssh/sshd_config';
}

// A file that the main file does not read, as things stand, is looked at alone.
function place(
  file: SourceFile,
  catalog: Catalog,
  sources: SourceSet | undefined,
): Pick<Snapshot, 'configuration' | 'notReadBy' | 'reading' | 'model'> {
  const around = sources && readConfiguration(withSources(sources, [file]), catalog);
  const found = around && readingOf(around, file.uri);
  const configuration = around && found ? around : readConfiguration(loneSource(file), catalog);
  const reading = found ?? configuration.main;
  return { configuration, reading, model: reading.model, ...(around && !found ? { notReadBy: around } : {}) };
}

/** The target that a text is judged for. */
export function targetFor(text: string, facts: FileFacts): Target {
  return chosenTarget(text, facts).target;
}

function chosenTarget(text: string, facts: FileFacts): { readonly target: Target; readonly source: TargetSource } {
  if (facts.askedTarget !== undefined) return { target: facts.askedTarget, source: 'setting' };
  const byComment = commentedTarget(text) ?? commentedTarget(mainText(facts.sources));
  if (byComment !== undefined) return { target: byComment, source: 'comment' };
  if (facts.target !== undefined) return { target: facts.target, source: 'setting' };
  if (facts.systemTarget !== undefined) return { target: facts.systemTarget, source: 'os-release' };
  return { target: NEWEST_TARGET, source: 'newest' };
}

function commentedTarget(text: string): Target | undefined {
  const { target } = controlComments(text);
  return target === undefined ? undefined : targetNamed(target.value);
}

function mainText(sources: SourceSet | undefined): string {
  const main = sources?.sources.get(sources.main);
  return main?.kind === 'file' ? main.text : '';
}

function treeOf(
  text: string,
  target: Target,
  previous: SyntaxTree | undefined,
  edits: readonly TextEdit[] | undefined,
): SyntaxTree {
  const dialect = dialectOf(target);
  if (previous === undefined || edits === undefined || previous.dialect !== dialect) return parse(text, dialect);
  return edits.reduce(reparse, previous);
}

/** Every finding of every rule. */
export function check(snapshot: Snapshot, onFailure: OnFailure, rules: readonly Rule[] = RULES): readonly Finding[] {
  return findings(snapshot, rules, onFailure);
}
