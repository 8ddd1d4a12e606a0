// Hover, completion, hints, outline and folding, asked for as the editor asks. Their contents are unit-tested elsewhere.
import * as vscode from 'vscode';
import { closeAll, completions, documentationOf, hoverText, labelOf, ok, openFixture, openText, until } from './kit';

/** Waits for a completion item and for the details that belong to it. */
async function offered(content: string, at: vscode.Position, label: string): Promise<vscode.CompletionItem> {
  const document = await openText(content);
  let last: readonly vscode.CompletionItem[] = [];
  return until(
    async () => {
      last = await completions(document, at);
      // The editor's own offer, words found in open files, is not ours.
      return last.find((item) => labelOf(item) === label && item.kind !== vscode.CompletionItemKind.Text);
    },
    () => `${label} among ${last.map(labelOf).slice(0, 30).join(', ') || 'no items'}`,
  );
}

/** Waits until a provider answers with something. */
const answer = <T>(command: string, ...args: readonly unknown[]): Promise<readonly T[]> =>
  until(
    async () => {
      const found = await vscode.commands.executeCommand<T[] | undefined>(command, ...args);
      return found !== undefined && found.length > 0 && found;
    },
    () => `an answer of ${command}`,
  );

/** What the editor tells and offers at a place. */
export function editingSuite(): void {
  suite('editing', () => {
    teardown(closeAll);

    test('the hover on ClientAliveInterval says what the directive does and when a dead client goes', async () => {
      const document = await openText('ClientAliveInterval 60\nClientAliveCountMax 3\n');
      const text = await until(
        async () => (await hoverText(document, new vscode.Position(0, 4))) || undefined,
        () => 'a hover',
      );
      ok(/ClientAliveInterval/.test(text), text);
      ok(/4\s*min|3\s*min|240|180/.test(text), `no time in: ${text}`);
    });

    test('a line offers keywords, with details', async () => {
      const item = await offered('\n', new vscode.Position(0, 0), 'ClientAliveInterval');
      ok(documentationOf(item) !== '', 'no details');
    });

    test('an argument offers its values', async () => {
      await offered('PermitRootLogin \n', new vscode.Position(0, 16), 'prohibit-password');
    });

    test('an algorithm list offers algorithms', async () => {
      await offered('Ciphers aes128-ctr,\n', new vscode.Position(0, 19), 'aes256-gcm@openssh.com');
    });

    test('a path offers percent tokens', async () => {
      await offered('AuthorizedKeysFile %\n', new vscode.Position(0, 20), '%u');
    });

    test('Match offers criteria', async () => {
      await offered('Match \n', new vscode.Position(0, 6), 'User');
    });

    test('both keepalive lines carry the computed times as hints', async () => {
      const document = await openText('ClientAliveInterval 60\nClientAliveCountMax 3\n');
      const hints = await answer<vscode.InlayHint>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, 2, 0),
      );
      ok(
        hints.some((hint) => hint.position.line === 0),
        'no hint on ClientAliveInterval',
      );
    });

    test('the outline shows the Match block', async () => {
      const document = await openFixture('sshd_config');
      const symbols = await answer<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', document.uri);
      const block = symbols.find((symbol) => /Match/.test(symbol.name) || /Match/.test(symbol.detail));
      ok(block, `no Match among ${symbols.map((s) => s.name).join(', ')}`);
      ok(block.range.start.line === 6 && block.range.end.line >= 7, 'the block does not span its lines');
    });

    test('the Match block folds', async () => {
      const document = await openFixture('sshd_config');
      const ranges = await answer<vscode.FoldingRange>('vscode.executeFoldingRangeProvider', document.uri);
      ok(
        ranges.some((range) => range.start === 6 && range.end === 7),
        `ranges: ${JSON.stringify(ranges)}`,
      );
    });
  });
}
