/** What the suites share: documents to work on, waiting for an answer, and asking VS Code what an editor would ask. */
import * as vscode from 'vscode';
import { withCursor } from '../../kit/cursor';

/** The extension under test. */
export const extensionId = 'sshd-config.sshd-config';

/** The language it contributes. */
export const languageId = 'sshd_config';

/** Throws with `message` unless `value` holds. */
export function ok(value: unknown, message: string): asserts value {
  if (value === false || value === undefined || value === null || value === '') throw new Error(message);
}

/** Throws unless both are the same value. */
export function equal<T>(found: T, expected: T, what: string): void {
  if (found !== expected)
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}

let vain = 0;

/**
 * Resolves with the first answer of `probe` that is neither undefined nor false. Asks again whenever documents or
 * diagnostics change, and ten times a second for what has no event. After `limit` milliseconds it fails with `describe()`.
 * When three have waited in vain the extension is broken: the rest wait less, so that the suite comes to its end.
 */
export async function until<T>(
  probe: () => Thenable<T | undefined | false> | T | undefined | false,
  describe: () => string,
  limit = 12_000,
): Promise<T> {
  const patience = vain < 3 ? limit : 1500;
  const end = Date.now() + patience;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) {
      vain++;
      throw new Error(`waited ${patience / 1000} s for ${describe()}`);
    }
    await nextChange();
  }
}

function nextChange(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, 100);
    const listeners = [vscode.languages.onDidChangeDiagnostics(done), vscode.workspace.onDidChangeTextDocument(done)];
  });
}

let opened = 0;

/**
 * A new, unsaved file with this text, shown in the active editor. Each has a name of its own: VS Code restores
 * what it last kept of an unsaved document to the next one of the same name.
 */
export async function openText(content: string, name = 'sshd_config'): Promise<vscode.TextDocument> {
  opened++;
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `/end-to-end/${opened}/${name}` });
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const start = new vscode.Position(0, 0);
  await editor.edit((edit) => {
    edit.setEndOfLine(content.includes('\r\n') ? vscode.EndOfLine.CRLF : vscode.EndOfLine.LF);
    edit.insert(start, content);
  });
  editor.selection = new vscode.Selection(start, start);
  return document;
}

/** The same of a text with a `<|>` where the cursor is, or with two around what is selected. */
export async function openMarked(
  marked: string,
): Promise<{ readonly document: vscode.TextDocument; readonly range: vscode.Range }> {
  const { text, offsets } = withCursor(marked);
  const document = await openText(text);
  const [start, end = start] = offsets.map((offset) => document.positionAt(offset));
  ok(start && end, 'no cursor');
  const editor = vscode.window.activeTextEditor;
  ok(editor, 'no editor');
  editor.selection = new vscode.Selection(start, end);
  return { document, range: new vscode.Range(start, end) };
}

/** Waits until a provider answers with something; a list of nothing is nothing. */
export function answer<T>(command: string, ...args: readonly unknown[]): Promise<T> {
  return until(
    async () => {
      const found = await vscode.commands.executeCommand<T | undefined>(command, ...args);
      return Array.isArray(found) && found.length === 0 ? undefined : (found ?? undefined);
    },
    () => `an answer of ${command}`,
  );
}

/** Applies text edits to a document, and tells what it says then. */
export async function applied(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): Promise<string> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, [...edits]);
  ok(await vscode.workspace.applyEdit(edit), 'the edits were not applied');
  return document.getText();
}

/** A file of the fixture folder that the workspace is. */
export async function openFixture(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'the fixture folder is not open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/**
 * Closes every editor and throws away what was typed, also what an edit has put into files that are in no tab. Between two
 * tabs there may be no active editor for a moment: that is not the end.
 */
export async function closeAll(): Promise<void> {
  for (;;) {
    const dirty = vscode.workspace.textDocuments.find(({ isDirty, isClosed }) => isDirty && !isClosed);
    if (dirty !== undefined) {
      // Settings that are being written are dirty for a moment, and what opens meanwhile goes first: then all is looked at once more.
      const isShown = await vscode.window.showTextDocument(dirty, { preview: false }).then(
        () => true,
        () => false,
      );
      if (!isShown) continue;
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await until(
        () => dirty.isClosed || !dirty.isDirty,
        () => `${dirty.uri} to be as it was`,
      );
      continue;
    }
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const texts = tabs.filter(({ input }) => input instanceof vscode.TabInputText);
    if (texts.length === 0) return;
    await vscode.window.tabGroups.close(texts);
  }
}

/** Sets one of the extension's settings for the user; undefined takes it back. */
export const configure = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('sshdConfig').update(name, value, vscode.ConfigurationTarget.Global);

/** The rule id of a diagnostic, with or without a link to its page. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Every diagnostic of the document as `line: rule`, lines counted from one. For messages of failing tests. */
export const listed = (document: vscode.TextDocument): string =>
  vscode.languages
    .getDiagnostics(document.uri)
    .map((d) => `${d.range.start.line + 1}: ${ruleOf(d)}`)
    .join(', ');

/** Waits for the rule's diagnostic on a line, counted from one. */
export function diagnostic(document: vscode.TextDocument, line: number, rule: string): Promise<vscode.Diagnostic> {
  return until(
    () =>
      vscode.languages.getDiagnostics(document.uri).find((d) => d.range.start.line === line - 1 && ruleOf(d) === rule),
    () => `${rule} on line ${line}; found: ${listed(document) || 'nothing'}`,
  );
}

/** Waits until a code action with such a title is offered at the position, resolved. */
export function codeAction(
  document: vscode.TextDocument,
  at: vscode.Position | vscode.Range,
  title: RegExp,
): Promise<vscode.CodeAction> {
  const range = at instanceof vscode.Range ? at : new vscode.Range(at, at);
  let last: readonly vscode.CodeAction[] = [];
  return until(
    async () => {
      last =
        (await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>(
          'vscode.executeCodeActionProvider',
          document.uri,
          range,
          undefined,
          50,
        )) ?? [];
      return last.find((action) => title.test(action.title));
    },
    () => `a code action ${title}; offered: ${last.map((action) => action.title).join(' | ') || 'none'}`,
  );
}

/** Does what choosing the action in the editor does. */
export async function applyAction({ edit, command, title }: vscode.CodeAction): Promise<void> {
  if (edit !== undefined) ok(await vscode.workspace.applyEdit(edit), `"${title}" could not be applied`);
  if (command !== undefined) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** All texts of the hovers at a position. */
export async function hoverText(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers =
    (await vscode.commands.executeCommand<vscode.Hover[] | undefined>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    )) ?? [];
  return hovers
    .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
    .join('\n');
}

/** The first completion items at a position, resolved as if each had been selected. */
export async function completions(
  document: vscode.TextDocument,
  at: vscode.Position,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList | undefined>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
    undefined,
    400,
  );
  return list?.items ?? [];
}

/** What a completion item shows. */
export const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** What a completion item's details say. */
export const documentationOf = ({ documentation }: vscode.CompletionItem): string =>
  typeof documentation === 'string' ? documentation : (documentation?.value ?? '');
