// The walkthrough in a real editor, its example, and commands that find the file at hand when another tab is in front.
import * as vscode from 'vscode';
import { closeAll, diagnostic, equal, extensionId, ok, openText, until } from './kit';

const WALKTHROUGH = `${extensionId}#start`;

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly title: string }[];
    readonly walkthroughs: readonly { readonly title: string }[];
  };
}

const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

/** Opens the walkthrough, which is no text editor, and waits until it is in front. */
async function openWalkthrough(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, false);
  await until(
    () => vscode.window.activeTextEditor === undefined,
    () => `the walkthrough in front of ${tabs().map(({ label }) => label)}`,
  );
}

/** What a new user meets. */
export function firstStepsSuite(): void {
  suite('first steps', () => {
    teardown(async () => {
      await vscode.window.tabGroups.close(tabs().filter(({ input }) => !(input instanceof vscode.TabInputText)));
      await closeAll();
    });

    test('the manifest has its texts', () => {
      const extension = vscode.extensions.getExtension<unknown>(extensionId);
      ok(extension, 'the extension is not installed');
      const { contributes } = extension.packageJSON as Manifest;
      equal(contributes.commands[0]?.title, 'Select Target sshd', 'title of a command');
      equal(contributes.walkthroughs[0]?.title, 'Know what your sshd will do', 'title of the walkthrough');
    });

    test('the example opens and has what the walkthrough tells of', async () => {
      await vscode.commands.executeCommand('sshdConfig.openExample');
      const document = vscode.window.activeTextEditor?.document;
      ok(document?.isUntitled, 'no new document');
      await diagnostic(document, 15, 'keepalive-swallowed-by-match');
      await diagnostic(document, 16, 'keepalive-window-too-long');
    });

    test('from the walkthrough, commands go to the file that is open', async () => {
      const document = await openText('Port 22\n');
      await openWalkthrough();
      await vscode.commands.executeCommand('sshdConfig.addKeepalive');
      await until(
        () => /^ClientAliveInterval 60$/m.test(document.getText()),
        () => `the lines in:\n${document.getText()}`,
      );
      equal(vscode.window.activeTextEditor?.document, document, 'the document in front');
    });
  });
}
