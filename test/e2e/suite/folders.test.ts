// A window with two folders: each has its own settings, and a file is judged by those of the folder it lies in.
import * as vscode from 'vscode';
import { closeAll, diagnostic, equal, listed, ok, openFixture, ruleOf, until } from './kit';

async function openIn(folder: number, name: string): Promise<vscode.TextDocument> {
  const { uri } = vscode.workspace.workspaceFolders?.[folder] ?? {};
  ok(uri, `there is no folder ${folder}`);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(uri, name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

const hints = async (document: vscode.TextDocument): Promise<number> => {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>(
    'vscode.executeInlayHintProvider',
    document.uri,
    all,
  );
  return found?.length ?? 0;
};

/** Settings of a folder, in a window that has several. */
export function foldersSuite(): void {
  suite('several folders', () => {
    teardown(closeAll);

    test('a file is judged for the target of its folder', async () => {
      equal(vscode.workspace.workspaceFolders?.length, 2, 'folders');
      const old = await openIn(1, 'sshd_config');
      await diagnostic(old, 1, 'unknown-directive');
      const other = await openFixture('sshd_config');
      await diagnostic(other, 3, 'unknown-directive');
      ok(!listed(other).includes('2: unknown-directive'), `Include is known there: ${listed(other)}`);
    });

    test('hints are those that its folder wants', async () => {
      const other = await openFixture('sshd_config');
      await until(
        async () => (await hints(other)) > 0,
        () => 'hints in the one folder',
      );
      const old = await openIn(1, 'sshd_config');
      await diagnostic(old, 1, 'unknown-directive');
      equal(await hints(old), 0, 'hints in the other');
    });

    test('a change of its settings counts for the one folder only', async () => {
      const [tree, second] = vscode.workspace.workspaceFolders ?? [];
      ok(tree && second, 'no folders');
      const old = await openIn(1, 'sshd_config');
      await diagnostic(old, 1, 'unknown-directive');
      const settings = vscode.workspace.getConfiguration('sshdConfig', second.uri);
      try {
        await settings.update('target', '10.5', vscode.ConfigurationTarget.WorkspaceFolder);
        await until(
          () => !vscode.languages.getDiagnostics(old.uri).some((one) => ruleOf(one) === 'unknown-directive'),
          () => `Include to be known; found: ${listed(old)}`,
        );
        equal(vscode.workspace.getConfiguration('sshdConfig', tree.uri).get('target'), 'auto', 'target of the other');
      } finally {
        await settings.update('target', '7.2', vscode.ConfigurationTarget.WorkspaceFolder);
      }
      await diagnostic(old, 1, 'unknown-directive');
    });
  });
}
