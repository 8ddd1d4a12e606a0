// Which files the extension takes for its own, and what the language configuration does in them.
import * as vscode from 'vscode';
import { closeAll, diagnostic, equal, extensionId, languageId, listed, ok, openFixture, openText } from './kit';

const recognised = [
  'sshd_config',
  'sshd_config.d/10-hardening.conf',
  'edge.sshd_config',
  'sshd_config.bak',
  'sshd_config.orig',
  'sshd_config.dpkg-old',
  'sshd_config.rpmsave',
  'sshd_config~',
  'sshd_config.j2',
  'sshd_config.erb',
  // By its first line.
  'gateway',
];
const foreign = ['ssh_config', 'other.conf'];

/** Which files are ours, and what the language configuration does in them. */
export function recognitionSuite(): void {
  suite('recognition', () => {
    teardown(closeAll);

    test('the extension is there and becomes active on a file of its language', async () => {
      const extension = vscode.extensions.getExtension(extensionId);
      ok(extension, `${extensionId} is not installed`);
      await openFixture('sshd_config');
      await extension.activate();
      ok(extension.isActive, 'not active');
    });

    for (const name of recognised)
      test(`${name} is sshd_config`, async () => equal((await openFixture(name)).languageId, languageId, 'language'));
    for (const name of foreign)
      test(`${name} is not`, async () =>
        ok((await openFixture(name)).languageId !== languageId, 'taken for sshd_config'));

    test('what a template fills in is not judged, what stands there is', async () => {
      const document = await openText(
        'Port {{ port }}\nPrt 22\n{% if pam %}\nUsePAM {{ pam }}\n{% endif %}\n',
        'sshd_config.j2',
      );
      equal(document.languageId, languageId, 'language');
      await diagnostic(document, 2, 'unknown-directive');
      equal(listed(document), '2: unknown-directive', 'findings');
    });

    test('a line is commented out and back in', async () => {
      const document = await openText('Port 22\n');
      await vscode.commands.executeCommand('editor.action.commentLine');
      ok(/^# ?Port 22$/.test(document.lineAt(0).text), `commented: ${document.lineAt(0).text}`);
      await vscode.commands.executeCommand('editor.action.commentLine');
      equal(document.lineAt(0).text, 'Port 22', 'line');
    });
  });
}
