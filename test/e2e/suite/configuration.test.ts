// Which line counts in a configuration of several files: a drop-in that wins, lines a Match block swallows, the way to the line that decides.
import * as vscode from 'vscode';
import { applyAction, closeAll, codeAction, diagnostic, equal, hoverText, ok, openFixture, until } from './kit';

const MAIN = 'server/etc/ssh/sshd_config';
const DROP_IN = '50-cloud-init.conf';

/** A drop-in that wins, and what the editor tells of it. */
export function configurationSuite(): void {
  suite('configuration of several files', () => {
    teardown(closeAll);

    test('a line that a drop-in decides is faded and leads there', async () => {
      const document = await openFixture(MAIN);
      const found = await diagnostic(document, 2, 'overruled-by-another-file');
      equal(found.severity, vscode.DiagnosticSeverity.Warning, 'severity');
      ok(found.tags?.includes(vscode.DiagnosticTag.Unnecessary), 'the line is not faded');
      const [related] = found.relatedInformation ?? [];
      ok(related, 'no related information');
      ok(related.location.uri.path.endsWith(DROP_IN), 'no link to the drop-in');
      equal(related.location.range.start.line, 1, 'line of the drop-in');
    });

    test('go to definition leads to the line that decides, references to all', async () => {
      const document = await openFixture(MAIN);
      const at = new vscode.Position(1, 4);
      const [target] = await locations('vscode.executeDefinitionProvider', document, at, 1);
      equal(target, `${DROP_IN}:2`, 'definition');
      const all = await locations('vscode.executeReferenceProvider', document, at, 2);
      equal(all.toSorted().join(' '), `${DROP_IN}:2 sshd_config:2`, 'references');
      ok((await hoverText(document, at)).includes(`[${DROP_IN}:2]`), 'the hover does not lead there');
    });

    test('lines that a Match block has swallowed are moved above it', async () => {
      const document = await openFixture(MAIN);
      await diagnostic(document, 9, 'directive-after-match-looks-global');
      await applyAction(await codeAction(document, new vscode.Position(8, 3), /above the first Match/));
      equal(document.lineAt(3).text, 'X11Forwarding no', 'moved line');
    });

    test('the value is changed where it decides, in the other file', async () => {
      const document = await openFixture(MAIN);
      await diagnostic(document, 2, 'overruled-by-another-file');
      await applyAction(await codeAction(document, new vscode.Position(1, 3), /Take this value into 50-cloud-init/));
      equal(document.getText().includes('PasswordAuthentication'), false, 'the dead line is still there');
      const other = await vscode.workspace.openTextDocument(dropIn(document));
      equal(other.lineAt(1).text, 'PasswordAuthentication no', 'line of the drop-in');
      await vscode.window.showTextDocument(other, { preview: false });
      // Thrown away, it is as before.
      await closeAll();
      const again = await openFixture(MAIN);
      const [target] = await locations('vscode.executeDefinitionProvider', again, new vscode.Position(1, 4), 1);
      equal(target, `${DROP_IN}:2`, 'definition after that');
    });
  });
}

function dropIn(document: vscode.TextDocument): vscode.Uri {
  return vscode.Uri.joinPath(document.uri, '..', 'sshd_config.d', DROP_IN);
}

/** `file:line` of each place, once there are so many. */
function locations(
  command: string,
  document: vscode.TextDocument,
  at: vscode.Position,
  count: number,
): Promise<readonly string[]> {
  let last: readonly string[] = [];
  return until(
    async () => {
      const found =
        (await vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[] | undefined>(
          command,
          document.uri,
          at,
        )) ?? [];
      last = found.map((one) => {
        const [uri, range] = 'uri' in one ? [one.uri, one.range] : [one.targetUri, one.targetRange];
        return `${uri.path.split('/').at(-1)}:${range.start.line + 1}`;
      });
      return last.length === count && last.some((name) => name.startsWith(DROP_IN)) && last;
    },
    () => `${count} places of ${command}; found: ${last.join(', ') || 'none'}`,
  );
}
