// Losing the language server and getting it back.
import * as vscode from 'vscode';
import { closeAll, diagnostic, hoverText, ok, openText, until } from './kit';

/** Finds the language server's process and ends it; tells whether it did. Absent where there are no processes. */
export type KillServer = () => Promise<boolean>;

const answers = (document: vscode.TextDocument): Promise<boolean> =>
  until(
    async () => {
      try {
        return (await hoverText(document, new vscode.Position(0, 2))) !== '';
      } catch {
        // While the server is away, requests are refused; the next try asks again.
        return false;
      }
    },
    () => 'the server to answer',
    20_000,
  );

/** Losing the server and getting it back. */
export function serverSuite(killServer?: KillServer): void {
  suite('server', () => {
    teardown(closeAll);

    test('the command restarts it', async () => {
      const document = await openText('Port 70000\n');
      await diagnostic(document, 1, 'bad-argument');
      await vscode.commands.executeCommand('sshdConfig.restartServer');
      await answers(document);
      await diagnostic(document, 1, 'bad-argument');
    });

    test('it lists its rules, and the page of the chosen one opens', async () => {
      await openText('Port 22\n');
      const pages = () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .filter(({ input }) => input instanceof vscode.TabInputWebview)
          .map(({ label }) => label);
      const closed = vscode.commands.executeCommand('sshdConfig.searchRules');
      await until(
        async () => {
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return pages().some((label) => label.includes('.md'));
        },
        () => `the page of a rule; open are ${pages().join(', ') || 'none'}`,
      );
      await closed;
    });

    if (killServer !== undefined)
      test('one that dies comes back', async () => {
        const document = await openText('Port 70000\n');
        await diagnostic(document, 1, 'bad-argument');
        ok(await killServer(), 'no server process found');
        await answers(document);
        const editor = vscode.window.activeTextEditor;
        ok(editor, 'no editor');
        await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
        await diagnostic(document, 2, 'bad-argument');
      });
  });
}
