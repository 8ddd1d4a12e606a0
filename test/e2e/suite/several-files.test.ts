// A configuration of several files in a real VS Code: on the disk, and in a file system that only the editor can read.
import * as vscode from 'vscode';
import { closeAll, completions, diagnostic, equal, labelOf, listed, ok, ruleOf, until } from './kit';
import { MemoryFileSystem } from './memory-file-system';

const MAIN = 'image/etc/ssh/sshd_config';
const DROP_IN = 'image/etc/ssh/sshd_config.d/50-cloud-init.conf';
const LATER = 'image/etc/ssh/sshd_config.d/90-later.conf';
const OVERRULED = 'overruled-by-another-file';
const REFUSED = 'included-file-refused';

/** The same on the disk and on a virtual file system. */
export function severalFilesSuite(): void {
  files('several files', (name) => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    ok(folder, 'the fixture folder is not open');
    return vscode.Uri.joinPath(folder, name);
  });
  const virtual = (name: string): vscode.Uri => vscode.Uri.from({ scheme: 'memfs', path: `/${name}` });
  let provider: vscode.Disposable | undefined;
  suite('several files of a virtual file system', () => {
    suiteSetup(() => {
      const system = new MemoryFileSystem({
        [`/${MAIN}`]: 'Include /etc/ssh/sshd_config.d/*.conf\nPasswordAuthentication no\nUsePAM yes\n',
        [`/${DROP_IN}`]: 'PasswordAuthentication yes\n',
      });
      provider = vscode.workspace.registerFileSystemProvider('memfs', system, { isCaseSensitive: true });
    });
    suiteTeardown(() => provider?.dispose());
    files('as on a disk', virtual);
  });
}

function files(title: string, uriOf: (name: string) => vscode.Uri): void {
  suite(title, () => {
    teardown(closeAll);

    test('a drop-in wins, and the line of the main file says so', async () => {
      const main = await show(uriOf(MAIN));
      const found = await diagnostic(main, 2, OVERRULED);
      const [place] = found.relatedInformation ?? [];
      equal(place?.location.uri.path, uriOf(DROP_IN).path, 'the file that decides');
      equal(place?.location.range.start.line, 0, 'the line that decides');
    });

    test('what is typed into a drop-in shows in the main file before it is saved', async () => {
      const main = await show(uriOf(MAIN));
      await diagnostic(main, 2, OVERRULED);
      const dropIn = await show(uriOf(DROP_IN), vscode.ViewColumn.Beside);
      await replaceAll(dropIn, 'PermitRootLogn no\n');
      await diagnostic(dropIn, 1, 'unknown-directive');
      const found = await diagnostic(main, 1, REFUSED);
      equal(found.relatedInformation?.[0]?.location.uri.path, uriOf(DROP_IN).path, 'the file that is refused');
      await gone(main, OVERRULED);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await gone(main, REFUSED);
    });

    test('an Include offers the files of the tree', async () => {
      const document = await show(uriOf(MAIN));
      await replaceAll(document, 'Include /etc/ssh/sshd_config.d/\n');
      try {
        await until(
          async () => {
            const items = await completions(document, new vscode.Position(0, 31));
            return items.some(
              (one) => labelOf(one) === '50-cloud-init.conf' && one.kind === vscode.CompletionItemKind.File,
            );
          },
          () => 'the drop-in to be offered',
        );
      } finally {
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
    });

    test('a file that comes and goes on the disk is noticed', async () => {
      const main = await show(uriOf(MAIN));
      await diagnostic(main, 2, OVERRULED);
      try {
        await vscode.workspace.fs.writeFile(uriOf(LATER), new TextEncoder().encode('Prot 22\n'));
        await diagnostic(main, 1, REFUSED);
      } finally {
        await vscode.workspace.fs.delete(uriOf(LATER));
      }
      await gone(main, REFUSED);
    });
  });
}

async function show(uri: vscode.Uri, viewColumn = vscode.ViewColumn.One): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false, viewColumn });
  return document;
}

async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  ok(await vscode.workspace.applyEdit(edit), 'the edit was not applied');
}

async function gone(document: vscode.TextDocument, rule: string): Promise<void> {
  await until(
    () => !vscode.languages.getDiagnostics(document.uri).some((one) => ruleOf(one) === rule),
    () => `${rule} to go; found: ${listed(document)}`,
  );
}
