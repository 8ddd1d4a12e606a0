// The recommended keepalive lines in a real editor: where they go, and that one undo takes them back.
import * as vscode from 'vscode';
import { applyAction, closeAll, codeAction, configure, diagnostic, equal, listed, ok, openText, until } from './kit';

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

    test('swallowed lines go, and every connection has the values', async () => {
      const document = await openText(
        'Port 22\n\nMatch User deploy\n    PermitTTY no\n\nClientAliveInterval 100\nClientAliveCountMax 1000\n',
      );
      await vscode.commands.executeCommand('sshdConfig.addKeepalive');
      await until(
        () => /^ClientAliveInterval 60$/m.test(document.getText()),
        () => `the lines in:\n${document.getText()}`,
      );
      ok(!/ClientAlive\w+ 100/.test(document.getText()), document.getText());
      ok(document.getText().indexOf('ClientAliveInterval') < document.getText().indexOf('Match'), document.getText());
    });

    test("the customer's story: what is wrong, the path is picked, the fix, and nothing is left to say", async () => {
      const document = await openText(
        'Port 22\nUsePAM yes\n\nMatch User deploy\n    AllowTcpForwarding no\n\nClientAliveInterval 100\nClientAliveCountMax 1000\n',
      );
      await diagnostic(document, 7, 'keepalive-swallowed-by-match');
      await diagnostic(document, 8, 'keepalive-window-too-long');
      const picked = vscode.commands.executeCommand('sshdConfig.selectPath');
      // The first path, then "For this file"; a list that is not open yet accepts nothing.
      await until(
        async () => {
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return document.getText().includes('nat-timeout=240');
        },
        () => `the path in:\n${document.getText()}`,
      );
      await picked;
      await diagnostic(document, 2, 'keepalive-disabled');
      await applyAction(await codeAction(document, new vscode.Position(1, 0), title));
      const text = document.getText();
      equal(text.match(/^ *ClientAlive.*/gm)?.join(), 'ClientAliveInterval 60,ClientAliveCountMax 3', 'the lines');
      ok(text.indexOf('ClientAlive') < text.indexOf('Match'), text);
      await until(
        () => listed(document) === '',
        () => `no finding; found: ${listed(document)}`,
      );
    });

    test('the panel shows who is cut off when', async () => {
      await openText(
        '# sshd-config: target=9.2 nat-timeout=240\nClientAliveInterval 60\nMatch User deploy\n    ClientAliveInterval 0\n',
      );
      const state = await vscode.commands.executeCommand<{ kind: string; view?: { partitions: { course: string }[] } }>(
        'sshdConfig.showKeepalive',
      );
      equal(state.kind, 'view', 'what the panel shows');
      equal(
        state.view?.partitions.map(({ course }) => course).join('; '),
        'dead client cut off after 8 min; no probes, dead clients stay',
        'the courses',
      );
      await until(
        () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.startsWith('Keepalive: '))),
        () => 'the tab of the panel',
      );
    });

    test('lenses above deciding lines lead to the panel', async () => {
      const document = await openText('ClientAliveInterval 60\nPort 22\n');
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      const lens = lenses.find(({ command }) => command?.command === 'sshdConfig.showKeepalive');
      equal(lens?.command?.title, 'Keepalive, all connections: dead client cut off after 4 min', 'title of the lens');
    });

    test("the action and the lens put the client's lines on the clipboard", async () => {
      const document = await openText('ClientAliveInterval 60\nPort 22\n');
      const name = 'sshdConfig.copyClientLines';
      const { command } = await codeAction(document, new vscode.Position(0, 3), /~\/\.ssh\/config/);
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      for (const one of [command, lenses.find((lens) => lens.command?.command === name)?.command]) {
        equal(one?.command, name, 'the command');
        await vscode.env.clipboard.writeText('something else');
        await vscode.commands.executeCommand(name, ...(one?.arguments ?? []));
        equal(
          await vscode.env.clipboard.readText(),
          'Host *\n    ServerAliveInterval 60\n    ServerAliveCountMax 3\n',
          'the clipboard',
        );
      }
    });

    test('hovers show the timeline as a picture', async () => {
      const document = await openText('ClientAliveInterval 60\n');
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(0, 3),
      );
      const text = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
      ok(text.join().includes('](data:image/svg+xml,'), text.join());
    });

    test('line ends stay as they are', async () => {
      const document = await openText('Port 22\r\n\r\nMatch User deploy\r\n    PasswordAuthentication no\r\n');
      await applyAction(await codeAction(document, new vscode.Position(0, 0), title));
      ok(!/[^\r]\n/.test(document.getText()), JSON.stringify(document.getText()));
    });
  });
}
