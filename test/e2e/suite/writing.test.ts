// Semantic tokens, formatting, signature help, snippets and treating a file as ours, asked for as the editor asks. Their contents are unit-tested elsewhere.
import * as vscode from 'vscode';
import { answer, applied, closeAll, completions, configure, equal, labelOf, ok, openText, until } from './kit';

const LAYOUT = { tabSize: 2, insertSpaces: true };
const COLOURED = 'Prot 22\nMatch User alice\n  Banner none\n';

const editor = (): vscode.TextEditor => {
  const active = vscode.window.activeTextEditor;
  ok(active, 'no editor');
  return active;
};

async function typesOf(
  document: vscode.TextDocument,
  part: '' | 'Range',
  ...range: readonly vscode.Range[]
): Promise<string> {
  const legend = await answer<vscode.SemanticTokensLegend>(
    `vscode.provideDocument${part}SemanticTokensLegend`,
    document.uri,
    ...range,
  );
  const { data } = await answer<vscode.SemanticTokens>(
    `vscode.provideDocument${part}SemanticTokens`,
    document.uri,
    ...range,
  );
  return Array.from({ length: data.length / 5 }, (_, at) => legend.tokenTypes[data[at * 5 + 3] ?? 0]).join(' ');
}

/** What writing and changing a file feels like. */
export function writingSuite(): void {
  suite('writing', () => {
    teardown(closeAll);

    test('words have semantic tokens', async () => {
      const document = await openText(COLOURED);
      equal(await typesOf(document, ''), 'unknown section criterion pattern directive constant', 'types');
    });

    test('so have the words of a screen', async () => {
      const document = await openText(COLOURED);
      const screen = new vscode.Range(2, 0, 2, 13);
      equal(await typesOf(document, 'Range', screen), 'directive constant', 'types');
    });

    test('a file is formatted', async () => {
      const document = await openText('port=22\nmatch user alice\nbanner none\n');
      const edits = await answer<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, LAYOUT);
      equal(await applied(document, edits), 'Port 22\n\nMatch User alice\n  Banner none\n', 'text');
    });

    test('so are selected lines, and no others', async () => {
      const document = await openText('port=22\nusepam=no\nbanner=none\n');
      const lines = new vscode.Range(1, 0, 1, 9);
      const edits = await answer<vscode.TextEdit[]>('vscode.executeFormatRangeProvider', document.uri, lines, LAYOUT);
      equal(await applied(document, edits), 'port=22\nUsePAM no\nbanner=none\n', 'text');
    });

    test('so is a line that is left with Enter', async () => {
      const document = await openText('Match User alice\n  port=22\n  \n');
      const edits = await answer<vscode.TextEdit[]>(
        'vscode.executeFormatOnTypeProvider',
        document.uri,
        new vscode.Position(2, 2),
        '\n',
        LAYOUT,
      );
      equal(await applied(document, edits), 'Match User alice\n  Port 22\n  \n', 'text');
    });

    test('settings say how', async () => {
      try {
        await configure('format.keywordCase', 'keep');
        await configure('format.indentMatch', false);
        const document = await openText('match user alice\n  banner   none\n');
        const edits = await answer<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, LAYOUT);
        equal(await applied(document, edits), 'match user alice\nbanner none\n', 'text');
      } finally {
        await configure('format.keywordCase', undefined);
        await configure('format.indentMatch', undefined);
      }
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

    test('a snippet writes a block to fill in', async () => {
      const document = await openText('Port 22\n');
      const at = new vscode.Position(1, 0);
      const item = await until(
        async () => (await completions(document, at)).find((one) => labelOf(one) === 'Match: file transfer only'),
        () => 'the snippet',
      );
      const { insertText } = item;
      ok(insertText instanceof vscode.SnippetString, 'no snippet');
      ok(await editor().insertSnippet(insertText, at), 'not inserted');
      const text = document.getText();
      ok(text.startsWith('Port 22\nMatch Group sftponly\n'), text);
      for (const line of ['ChrootDirectory /srv/sftp/%u', 'ForceCommand internal-sftp', 'AllowTcpForwarding no'])
        ok(text.includes(line), `no ${line} in:\n${text}`);
      equal(document.getText(editor().selection), 'sftponly', 'what is to be filled in first');
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
