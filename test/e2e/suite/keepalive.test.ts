// The recommended keepalive lines in a real editor: where they go, and that one undo takes them back.
import * as vscode from 'vscode';
import { applyAction, closeAll, codeAction, configure, equal, ok, openText, until } from './kit';

const title = /Add recommended keepalive lines/i;

/** The fix that the extension was made for. */
export function keepaliveSuite(): void {
  suite('keepalive', () => {
    teardown(async () => {
      await configure('keepalive.interval', undefined);
      await closeAll();
    });

    test('the recommended lines come before the first Match, and one undo takes both back', async () => {
      const content = 'Port 22\nUsePAM yes\n\nMatch User deploy\n    PasswordAuthentication no\n';
      const document = await openText(content);
      await applyAction(await codeAction(document, new vscode.Position(0, 0), title));
      const lines = document.getText().split('\n');
      const interval = lines.indexOf('ClientAliveInterval 60');
      const count = lines.indexOf('ClientAliveCountMax 3');
      const match = lines.indexOf('Match User deploy');
      ok(interval >= 0 && count >= 0, document.getText());
      ok(interval < match && count < match, `inside the Match block:\n${document.getText()}`);
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), content, 'text after one undo');
    });

    test('a line that decides is changed where it stands', async () => {
      const document = await openText('ClientAliveInterval 0\nPort 22\n');
      await applyAction(await codeAction(document, new vscode.Position(0, 0), title));
      const text = document.getText();
      equal(text.match(/ClientAliveInterval/g)?.length, 1, `intervals in:\n${text}`);
      ok(/^ClientAliveInterval 60$/m.test(text) && /^ClientAliveCountMax 3$/m.test(text), text);
    });

    test('the command of the palette does the same, as one undo step', async () => {
      const content = 'Port 22\n\nMatch User deploy\n    PasswordAuthentication no\n';
      const document = await openText(content);
      await vscode.commands.executeCommand('sshdConfig.addKeepalive');
      await until(
        () => /^ClientAliveInterval 60$/m.test(document.getText()),
        () => `the lines in:\n${document.getText()}`,
      );
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), content, 'text after one undo');
    });

    test('the settings name other values', async () => {
      await configure('keepalive.interval', 30);
      const document = await openText('Port 22\n');
      await applyAction(await codeAction(document, new vscode.Position(0, 0), /ClientAliveInterval 30/));
      ok(/^ClientAliveInterval 30$/m.test(document.getText()), document.getText());
    });

    test('line ends stay as they are', async () => {
      const document = await openText('Port 22\r\n\r\nMatch User deploy\r\n    PasswordAuthentication no\r\n');
      await applyAction(await codeAction(document, new vscode.Position(0, 0), title));
      ok(!/[^\r]\n/.test(document.getText()), JSON.stringify(document.getText()));
    });
  });
}
