// What is underlined in a real VS Code, how badly, for which target, and what the quick fixes write.
import * as vscode from 'vscode';
import {
  applyAction,
  closeAll,
  codeAction,
  configure,
  diagnostic,
  equal,
  listed,
  ok,
  openFixture,
  openText,
  ruleOf,
  until,
} from './kit';

const { Error: refused } = vscode.DiagnosticSeverity;

/** Waits until the document has been looked at, then tells whether the rule spoke on the line. */
async function speaks(content: string, line: number, rule: string): Promise<boolean> {
  const document = await openText(`${content}\nNoSuchDirective yes\n`);
  await diagnostic(document, document.lineCount - 1, 'unknown-directive');
  return vscode.languages
    .getDiagnostics(document.uri)
    .some((d) => d.range.start.line === line - 1 && ruleOf(d) === rule);
}

/** What is underlined, how badly, and the fixes. */
export function diagnosticsSuite(): void {
  suite('diagnostics', () => {
    teardown(closeAll);

    test('an unknown directive is an error with a link to its page', async () => {
      const document = await openFixture('sshd_config');
      const found = await diagnostic(document, 3, 'unknown-directive');
      equal(found.severity, refused, 'severity');
      equal(document.getText(found.range), 'PermitRotLogin', 'underlined text');
      ok(
        typeof found.code === 'object' && /unknown-directive/.test(found.code.target.toString()),
        'no link to the page of the rule',
      );
    });

    test('the quick fix writes the nearest directive, and the error goes', async () => {
      const document = await openText('PermitRotLogin no\n');
      await diagnostic(document, 1, 'unknown-directive');
      await applyAction(await codeAction(document, new vscode.Position(0, 3), /PermitRootLogin/));
      equal(document.lineAt(0).text, 'PermitRootLogin no', 'line');
      await gone(document, (d) => d.severity === refused);
    });

    test('a bad argument', async () => {
      const found = await diagnostic(await openText('Port 70000\n'), 1, 'bad-argument');
      equal(found.severity, refused, 'severity');
    });

    test('a directive that a Match block may not hold', async () => {
      const found = await diagnostic(
        await openText('Match User x\n    Port 22\n'),
        2,
        'directive-not-allowed-in-match',
      );
      equal(found.severity, refused, 'severity');
    });

    test('what is obsolete carries a tag', async () => {
      const document = await openText('UsePrivilegeSeparation yes\n');
      await comes(document, (d) => (d.tags?.length ?? 0) > 0);
    });

    test('an alias is rewritten to the name of today', async () => {
      const document = await openText('ChallengeResponseAuthentication no\n');
      await applyAction(await codeAction(document, new vscode.Position(0, 3), /KbdInteractiveAuthentication/));
      equal(document.lineAt(0).text, 'KbdInteractiveAuthentication no', 'line');
    });

    test('a word of the client names what the server has', async () => {
      const document = await openText('ServerAliveInterval 60\n');
      await comes(document, (d) => d.severity === refused && /ClientAliveInterval/.test(d.message));
    });

    test('typing brings a finding and takes it away', async () => {
      const document = await openText('Port 22\n');
      const editor = vscode.window.activeTextEditor;
      ok(editor, 'no editor');
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 7), '0000'));
      await diagnostic(document, 1, 'bad-argument');
      await editor.edit((edit) => edit.delete(new vscode.Range(0, 7, 0, 11)));
      await gone(document, (d) => ruleOf(d) === 'bad-argument');
    });

    test('the last of 100,000 lines is looked at', async () => {
      const document = await openText(`${'# nothing\n'.repeat(99_999)}Port 70000\n`);
      await diagnostic(document, 100_000, 'bad-argument');
    });
  });

  suite('target', () => {
    teardown(async () => {
      await configure('target', undefined);
      await closeAll();
    });

    test('Include is known to the newest sshd', async () =>
      ok(!(await speaks('Include /etc/ssh/more.conf', 1, 'unknown-directive')), 'Include is unknown'));

    test('the setting makes it unknown to 6.6, and known again', async () => {
      const document = await openText('Include /etc/ssh/more.conf\n');
      await configure('target', '6.6');
      await diagnostic(document, 1, 'unknown-directive');
      await configure('target', undefined);
      await gone(document, (d) => ruleOf(d) === 'unknown-directive');
    });

    test('a comment in the file does so too', async () =>
      ok(
        await speaks('# sshd-config: target=6.6\nInclude /etc/ssh/more.conf', 2, 'unknown-directive'),
        'Include is known',
      ));
  });
}

async function comes(document: vscode.TextDocument, wanted: (d: vscode.Diagnostic) => boolean): Promise<void> {
  await until(
    () => vscode.languages.getDiagnostics(document.uri).some(wanted),
    () => `such a diagnostic; found: ${listed(document) || 'nothing'}`,
  );
}

async function gone(document: vscode.TextDocument, unwanted: (d: vscode.Diagnostic) => boolean): Promise<void> {
  await until(
    () => !vscode.languages.getDiagnostics(document.uri).some(unwanted),
    () => `the diagnostic to go; found: ${listed(document)}`,
  );
}
