/** The check with the installed sshd: in the Node host with a fake one, in the web host with none. */
import * as vscode from 'vscode';
import { closeAll, configure, diagnostic, equal, ok, openText, until } from './kit';

/** Makes a program that refuses line 2 of any file. */
export type FakeSshd = () => { readonly program: string; readonly remove: () => void };

interface Answer {
  readonly verdict: string;
  readonly message: string;
}

const check = async (): Promise<Answer> => {
  const answer = await vscode.commands.executeCommand<Answer | undefined>('sshdConfig.checkWithSshd');
  ok(answer, 'no answer');
  return answer;
};

/** What the palette's command does in a browser, or with a fake sshd. */
export function sshdSuite(sshd?: FakeSshd | 'browser'): void {
  suite('the installed sshd', () => {
    teardown(closeAll);

    if (sshd === 'browser')
      test('is not there in a browser, and the command says so', async () => {
        const document = await openText('Port 70000\n');
        await diagnostic(document, 1, 'bad-argument');
        const { verdict, message } = await check();
        equal(verdict, 'unknown', 'verdict');
        ok(/in a browser no programs run/.test(message), message);
      });
    else if (sshd !== undefined)
      test('says what it thinks, beside ours, until the text changes', async () => {
        const { program, remove } = sshd();
        try {
          await configure('sshd.path', program);
          const document = await openText('Port 22\nFoo 1\n');
          await diagnostic(document, 2, 'unknown-directive');
          const { verdict, message } = await check();
          equal(verdict, 'refused', message);
          const found = await diagnostic(document, 2, 'sshd');
          equal(found.source, 'sshd 9.2p1', 'source');
          const editor = vscode.window.activeTextEditor;
          ok(editor, 'no editor');
          await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# changed\n'));
          const gone = (): boolean =>
            vscode.languages.getDiagnostics(document.uri).every(({ source }) => source !== 'sshd 9.2p1');
          await until(gone, () => 'sshd’s diagnostics to go');
          await diagnostic(document, 3, 'unknown-directive');
        } finally {
          await configure('sshd.path', undefined);
          remove();
        }
      });
  });
}
