// Semantic tokens, formatting, signature help, rename, selections and refactorings, asked for as the editor asks. Their contents are unit-tested elsewhere.
import * as vscode from 'vscode';
import { closeAll, equal, ok, openText, until } from './kit';

/** Waits until a provider answers with something. */
function answer<T>(command: string, ...args: readonly unknown[]): Promise<T> {
  return until(
    async () => (await vscode.commands.executeCommand<T | undefined>(command, ...args)) || undefined,
    () => `an answer of ${command}`,
  );
}

const START = new vscode.Position(0, 0);
const LAYOUT = { tabSize: 2, insertSpaces: true };

async function applied(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): Promise<string> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, [...edits]);
  ok(await vscode.workspace.applyEdit(edit), 'the edits were not applied');
  return document.getText();
}

/** What writing and changing a file feels like. */
export function writingSuite(): void {
  suite('writing', () => {
    teardown(closeAll);

    test('words have semantic tokens', async () => {
      const document = await openText('Prot 22\nMatch User alice\n  Banner none\n');
      const legend = await answer<vscode.SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      );
      const tokens = await answer<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
      const types = Array.from(
        { length: tokens.data.length / 5 },
        (_, at) => legend.tokenTypes[tokens.data[at * 5 + 3] ?? 0],
      );
      equal(types.join(' '), 'unknown section criterion pattern directive constant', 'types');
    });

    test('a file is formatted', async () => {
      const document = await openText('port=22\nmatch user alice\nbanner none\n');
      const edits = await answer<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, LAYOUT);
      equal(await applied(document, edits), 'Port 22\n\nMatch User alice\n  Banner none\n', 'text');
    });

    test('a structured argument shows its parts', async () => {
      const document = await openText('MaxStartups 10:\n');
      const help = await answer<vscode.SignatureHelp>(
        'vscode.executeSignatureHelpProvider',
        document.uri,
        new vscode.Position(0, 15),
        ':',
      );
      equal(help.signatures[0]?.label, 'MaxStartups START[:RATE:FULL]', 'label');
      equal(help.activeParameter, 1, 'active part');
    });

    test('a user is renamed everywhere', async () => {
      const document = await openText('AllowUsers alice bob\nMatch User alice\n  Banner none\n');
      const place = new vscode.Position(0, 12);
      const edit = await answer<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        place,
        'carol',
      );
      ok(await vscode.workspace.applyEdit(edit), 'not applied');
      equal(document.getText(), 'AllowUsers carol bob\nMatch User carol\n  Banner none\n', 'text');
    });

    test('a selection grows', async () => {
      const document = await openText('Ciphers aes128-ctr,aes256-ctr\n');
      const [chain] = await answer<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
        new vscode.Position(0, 22),
      ]);
      // The editor puts the parts of words in front.
      const texts: string[] = [];
      for (let at = chain; at !== undefined; at = at.parent) texts.push(document.getText(at.range));
      const ours = ['aes256-ctr', 'aes128-ctr,aes256-ctr', 'Ciphers aes128-ctr,aes256-ctr'];
      ok(
        ours.every((text) => texts.includes(text)),
        `grown: ${texts.join(' | ')}`,
      );
    });

    test('a line is switched off', async () => {
      const document = await openText('UsePAM yes\n');
      const actions = await answer<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(START, START),
        'refactor.rewrite',
      );
      const edit = actions.find(({ title }) => title.startsWith('Switch off'))?.edit;
      ok(
        edit !== undefined && (await vscode.workspace.applyEdit(edit)),
        `among: ${actions.map(({ title }) => title).join(', ')}`,
      );
      equal(document.getText(), '#UsePAM yes\n', 'text');
    });

    test('directives are found in the workspace', async () => {
      await openText('MaxSessions 7\n');
      await until(
        async () => {
          const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
            'vscode.executeWorkspaceSymbolProvider',
            'maxsess',
          );
          return found.some(({ name }) => name === 'MaxSessions 7') || undefined;
        },
        () => 'MaxSessions 7 among the symbols',
      );
    });

    test('any file can be treated as sshd_config', async () => {
      const document = await vscode.workspace.openTextDocument({ content: 'Prot 22\n', language: 'plaintext' });
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('sshdConfig.treatAsSshdConfig');
      await until(
        async () => vscode.window.activeTextEditor?.document.languageId === 'sshd_config' || undefined,
        () => 'the language',
      );
    });
  });
}
