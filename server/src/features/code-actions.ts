// Quick fixes for findings, "fix all", and the recommended keepalive lines. What a fix changes, the rules say; nothing is applied here.

import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type CreateFile,
  type Diagnostic,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { plainText } from '../base/plain-text';
import type { TextRange } from '../base/text-range';
import { recommendedForBlocks } from '../rules/keepalive/block-lines';
import { recommendedFixes } from '../rules/keepalive/recommended-lines';
import type { Finding, Fix, NewFile } from '../rules/rule';
import { lineIndexAt } from '../syntax/tree';
import { type CopyCommand, copyClientLinesCommand } from './client-lines';
import { editorLocation, editorRange, type FeatureDocument } from './document';
import { REFACTORING_KINDS, refactorings } from './refactoring';
import { fixesForAll } from './safe-fixes';
import { silencing } from './silencing';

/** What the request says beside the file: the part of the protocol's CodeActionParams that is read here. */
export interface CodeActionParams {
  readonly range: Range;
  readonly context: CodeActionContext;
}

/** What the client can do with an edit. */
export interface ClientEdits {
  /** Whether an edit may make a file that is not there. */
  readonly createFiles: boolean;
}

/** The kind of "fix everything that is safe to fix". */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.sshdConfig`;

/** The kind of the action that adds the keepalive lines from anywhere in the file. */
export const ADD_KEEPALIVE_KIND = `${CodeActionKind.Source}.addKeepalive`;

/** What can be done at a range: fixes of the findings there, then what concerns the whole file. */
export function codeActions(
  document: FeatureDocument,
  params: CodeActionParams,
  findings: readonly Finding[],
  client: ClientEdits & CopyCommand = { createFiles: false },
): CodeAction[] {
  const { only } = params.context;
  const wanted = (kind: string) =>
    only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`) || one === '');
  let found: readonly CodeAction[] | undefined;
  const ofKind = (kind: string) => {
    found ??= refactoringsOf(document, params);
    return found.filter((one) => one.kind === kind);
  };
  const makers: readonly (readonly [kind: string, make: () => readonly CodeAction[]])[] = [
    [CodeActionKind.QuickFix, () => quickFixes(document, params, findings)],
    [CodeActionKind.RefactorRewrite, () => keepaliveOnItsLines(document, params, client)],
    ...REFACTORING_KINDS.map((kind) => [kind, () => ofKind(kind)] as const),
    [FIX_ALL_KIND, () => fixAll(document, findings)],
    [ADD_KEEPALIVE_KIND, () => keepaliveActions(document, ADD_KEEPALIVE_KIND)],
  ];
  const actions = makers.filter(([kind]) => wanted(kind)).flatMap(([, make]) => make());
  return withoutRepeats(actions.filter(({ edit }) => client.createFiles || edit?.documentChanges === undefined));
}

function quickFixes(
  document: FeatureDocument,
  params: CodeActionParams,
  findings: readonly Finding[],
): readonly CodeAction[] {
  const shownFor = shownByFinding(params.context.diagnostics);
  const asked = { start: document.offsetAt(params.range.start), end: document.offsetAt(params.range.end) };
  return findings
    .filter((finding) => meets(finding.range, asked))
    .flatMap((finding) => {
      const diagnostics = shownFor(finding.rule, plainText(finding.message), editorRange(document, finding.range));
      const silence = silencing(document.snapshot, finding);
      return [...(finding.fixes ?? []), ...(silence === undefined ? [] : [silence])].map((fix) => ({
        ...action(document, fix.title, CodeActionKind.QuickFix, [fix]),
        ...(diagnostics.length > 0 ? { diagnostics } : {}),
        ...(fix.preferred ? { isPreferred: true } : {}),
      }));
    });
}

function meets(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

// Only what the client showed is handed back, so that it can tell which squiggle the fix belongs to.
function shownByFinding(
  shown: readonly Diagnostic[],
): (code: Diagnostic['code'], message: Diagnostic['message'], range: Range) => Diagnostic[] {
  const key = (code: Diagnostic['code'], message: Diagnostic['message'], { start, end }: Range) =>
    JSON.stringify([code, message, start.line, start.character, end.line, end.character]);
  // A map and no search: a request for the whole file may bring thousands.
  const byKey = new Map<string, Diagnostic[]>();
  for (const one of shown) {
    const name = key(one.code, one.message, one.range);
    const same = byKey.get(name);
    if (same === undefined) byKey.set(name, [one]);
    else same.push(one);
  }
  return (...finding) => byKey.get(key(...finding)) ?? [];
}

function fixAll(document: FeatureDocument, findings: readonly Finding[]): readonly CodeAction[] {
  const fixes = fixesForAll(document.snapshot, findings);
  return fixes.length === 0 ? [] : [action(document, 'Apply all safe fixes of this file', FIX_ALL_KIND, fixes)];
}

const KEEPALIVE_SLOTS: readonly string[] = ['ClientAliveInterval', 'ClientAliveCountMax', 'TCPKeepAlive'];

function keepaliveOnItsLines(
  document: FeatureDocument,
  { range }: CodeActionParams,
  client: CopyCommand,
): readonly CodeAction[] {
  const { tree, model } = document.snapshot;
  const first = lineIndexAt(tree, document.offsetAt(range.start));
  const last = lineIndexAt(tree, document.offsetAt(range.end));
  const there = model.directives.filter(
    ({ lineIndex, directive }) =>
      lineIndex >= first && lineIndex <= last && directive !== undefined && KEEPALIVE_SLOTS.includes(directive.slot),
  );
  if (there.length === 0) return [];
  const ofBlocks = recommendedForBlocks(
    document.snapshot,
    there.map(({ block }) => block),
  );
  return [
    ...keepaliveActions(document, CodeActionKind.RefactorRewrite),
    ...ofBlocks.map((fix) => action(document, fix.title, CodeActionKind.RefactorRewrite, [fix])),
    ...forTheClient(document, client),
  ];
}

// For whoever cannot change the server, or uses it from behind another NAT.
function forTheClient({ snapshot }: FeatureDocument, { copyClientLines }: CopyCommand): readonly CodeAction[] {
  const command = copyClientLinesCommand(snapshot.settings.keepalive, copyClientLines);
  return command === undefined ? [] : [{ title: command.title, kind: CodeActionKind.RefactorRewrite, command }];
}

// An editor that asks by itself, at every move of the cursor, is not told what could be done with every line.
function refactoringsOf(document: FeatureDocument, { range, context }: CodeActionParams): readonly CodeAction[] {
  const { tree } = document.snapshot;
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  if (context.triggerKind === CodeActionTriggerKind.Automatic && start === end) return [];
  const last = lineIndexAt(tree, end);
  // A selection of whole lines ends at the start of the next one.
  const behind = end > start && tree.starts[last] === end ? 1 : 0;
  return refactorings(document.snapshot, lineIndexAt(tree, start), last - behind).map((one) =>
    action(document, one.title, one.kind, [one]),
  );
}

function keepaliveActions(document: FeatureDocument, kind: CodeActionKind): readonly CodeAction[] {
  return recommendedFixes(document.snapshot).map((fix) => action(document, fix.title, kind, [fix]));
}

function action(document: FeatureDocument, title: string, kind: CodeActionKind, fixes: readonly Fix[]): CodeAction {
  return { title: plainText(title), kind, edit: workspaceEditOf(document, fixes) };
}

/** The edit of an editor that carries out fixes. `changes` and not `documentChanges`: every client understands it. Only who makes files needs the other. */
export function workspaceEditOf(document: FeatureDocument, fixes: readonly Fix[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of fixes.flatMap((fix) => fix.edits)) {
    const location = editorLocation(document, edit, edit.uri);
    if (location === undefined) continue;
    changes[location.uri] ??= [];
    changes[location.uri]?.push({ range: location.range, newText: edit.newText });
  }
  const created = fixes.map(({ creates }) => creates).filter((one) => one !== undefined);
  return created.length === 0 ? { changes } : { documentChanges: [...created.flatMap(newFile), ...ofFiles(changes)] };
}

function newFile({ uri, text }: NewFile): readonly (CreateFile | TextDocumentEdit)[] {
  const start = { line: 0, character: 0 };
  const edits = [{ range: { start, end: start }, newText: text }];
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null }, edits },
  ];
}

function ofFiles(changes: Readonly<Record<string, TextEdit[]>>): readonly TextDocumentEdit[] {
  return Object.entries(changes).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits }));
}

// Two findings may offer the same change; a source action is kept beside a quick fix, for it is asked for by its kind.
function withoutRepeats(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter((one) => {
    const isSource = one.kind?.startsWith(CodeActionKind.Source) ?? false;
    const key = JSON.stringify([isSource ? one.kind : '', one.title, one.edit, one.command]);
    return !seen.has(key) && seen.add(key);
  });
}
