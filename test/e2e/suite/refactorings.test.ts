// Refactorings in a real editor: offered at a place, applied as one step. What each of them makes of odd files is unit-tested elsewhere.
import * as vscode from 'vscode';
import { applyAction, closeAll, codeAction, equal, ok, openMarked, until } from './kit';
import { MemoryFileSystem } from './memory-file-system';

interface Case {
  readonly name: string;
  /** With a `<|>` where the cursor is, or two around what is selected. */
  readonly before: string;
  readonly title: RegExp;
  readonly after: string;
}

const CASES: readonly Case[] = [
  {
    name: 'a line that is commented out is switched on, its default in the title',
    before: '#Po<|>rt 22\n',
    title: /^Switch on 'Port' \(default: 22\)$/,
    after: 'Port 22\n',
  },
  {
    name: 'several lines are switched on at once',
    before: '<|>#Port 22\n# prose\n#UsePAM yes\n<|>',
    title: /^Switch on 2 directives$/,
    after: 'Port 22\n# prose\nUsePAM yes\n',
  },
  { name: 'a line is switched off', before: 'Use<|>PAM yes\n', title: /^Switch off 'UsePAM'/, after: '#UsePAM yes\n' },
  {
    name: 'a Match block is switched off',
    before: 'Match User a<|>\n  Banner none\n',
    title: /^Switch off this Match block$/,
    after: '#Match User a\n  #Banner none\n',
  },
  {
    name: 'algorithms are sorted, strongest first',
    before: 'Ciphers aes128-<|>cbc,aes256-gcm@openssh.com\n',
    title: /^Sort the algorithms/,
    after: 'Ciphers aes256-gcm@openssh.com,aes128-cbc\n',
  },
  {
    name: 'weak algorithms are taken out',
    before: 'Ciphers aes128-<|>cbc,aes256-gcm@openssh.com\n',
    title: /^Take out the weak algorithms \(1\)$/,
    after: 'Ciphers aes256-gcm@openssh.com\n',
  },
  {
    name: 'a Match block is split',
    before: 'Match User a\n  Banner none\n  Permit<|>TTY no\n',
    title: /^Split the Match block here$/,
    after: 'Match User a\n  Banner none\n\nMatch User a\n  PermitTTY no\n',
  },
  {
    name: 'Match blocks of equal criteria are merged',
    before: 'Match User a<|>\n  Banner none\nMatch User b\n  MaxSessions 1\nMatch User a\n  PermitTTY no\n',
    title: /^Merge the later block/,
    after: 'Match User a\n  Banner none\n  PermitTTY no\nMatch User b\n  MaxSessions 1\n',
  },
  {
    name: 'a line of a block is moved to the global section',
    before: 'Port 22\nMatch User a\n  Permit<|>TTY no\n  Banner none\n',
    title: /^Move 'PermitTTY' to the global section/,
    after: 'Port 22\nPermitTTY no\nMatch User a\n  Banner none\n',
  },
  {
    name: 'a line is set for these users only',
    before: 'Permit<|>TTY no\nMatch User a\n  Banner none\n',
    title: /^Set 'PermitTTY' only for 'Match User a'$/,
    after: 'Match User a\n  Banner none\n  PermitTTY no\n',
  },
  {
    name: 'a line is set for some users in a new block',
    before: 'Permit<|>TTY no\nPort 22\n',
    title: /^Set 'PermitTTY' for some users only/,
    after: 'Port 22\n\nMatch User CHANGE-ME\n    PermitTTY no\n',
  },
  {
    name: 'a missing companion comes along',
    before: 'PasswordAuth<|>entication no\n',
    title: /^Switch off keyboard-interactive too/,
    after: 'PasswordAuthentication no\nKbdInteractiveAuthentication no\n',
  },
];

const FOLDER = '/server/etc/ssh';
const MAIN = `${FOLDER}/sshd_config`;
const DROP_IN = `${FOLDER}/sshd_config.d/10-first.conf`;
const EXTRACTED = `${FOLDER}/sshd_config.d/50-extracted.conf`;

/** Changes that somebody wants though nothing is wrong. */
export function refactoringSuite(): void {
  suite('refactorings', () => {
    let provider: vscode.Disposable | undefined;
    suiteTeardown(() => provider?.dispose());
    teardown(closeAll);

    for (const { name, before, title, after } of CASES)
      test(name, async () => {
        const { document, range } = await openMarked(before);
        const original = document.getText();
        await applyAction(await codeAction(document, range, title));
        equal(document.getText(), after, 'text');
        await vscode.commands.executeCommand('undo');
        await until(
          () => document.getText() === original,
          () => `one undo to take it back; there is:\n${document.getText()}`,
        );
      });

    test('lines move to a drop-in of their own, and an included file comes back into the line', async () => {
      const system = new MemoryFileSystem({
        [MAIN]: 'Include sshd_config.d/10-first.conf\nPort 22\nUsePAM yes\n',
        [DROP_IN]: 'MaxSessions 5\n',
      });
      provider = vscode.workspace.registerFileSystemProvider('memfs', system, { isCaseSensitive: true });
      const uriOf = (path: string): vscode.Uri => vscode.Uri.from({ scheme: 'memfs', path });
      const document = await vscode.workspace.openTextDocument(uriOf(MAIN));
      await vscode.window.showTextDocument(document, { preview: false });
      await applyAction(await codeAction(document, new vscode.Range(1, 0, 2, 5), /^Move to a file of its own/));
      equal(
        document.getText(),
        'Include sshd_config.d/10-first.conf\nInclude sshd_config.d/50-extracted.conf\n',
        'text of the main file',
      );
      const created = await vscode.workspace.openTextDocument(uriOf(EXTRACTED));
      equal(created.getText(), 'Port 22\nUsePAM yes\n', 'text of the new file');
      await applyAction(await codeAction(document, new vscode.Position(0, 3), /^Put the lines of the included file/));
      ok(document.getText().startsWith('MaxSessions 5\nInclude'), `text: ${document.getText()}`);
    });
  });
}
