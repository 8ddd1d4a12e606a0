// The panel of the effective configuration in a real editor, its read-only document, and the warning before a lock-out.
import * as vscode from 'vscode';
import type { EffectiveState } from '../../../client/src/effective-messages';
import { closeAll, diagnostic, equal, ok, openFixture, openText, until } from './kit';

const content = `# sshd-config: target=debian-12
PermitRootLogin no
X11Forwarding yes
AllowGroups staff
Match User bob
    X11Forwarding no
`;

/** Opens the panel, or asks it anew, and hands over what it shows. */
async function shown(query?: object): Promise<EffectiveState> {
  const state = await vscode.commands.executeCommand<EffectiveState | undefined>(
    'sshdConfig.showEffective',
    undefined,
    query,
  );
  ok(state, 'the panel shows nothing');
  return state;
}

const panels = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('effectiveView'));

/** The tab follows a moment behind the panel. */
const onePanel = (): Promise<boolean> =>
  until(
    () => panels().length === 1,
    () => `one panel, not ${panels().length}`,
  );

function rowText({ view }: EffectiveState, keyword: string): string {
  const row = view.rows.find((one) => one.keyword === keyword);
  return `${row?.values.join(' ')} < ${row?.by.map(({ label }) => label).join(', ')}`;
}

/** What an administrator asks before saving. */
export function effectiveViewSuite(): void {
  suite('effective configuration', () => {
    teardown(async () => {
      await vscode.window.tabGroups.close(panels());
      await closeAll();
    });

    test('the panel opens for a user, with values and the lines that decide', async () => {
      await openText(content);
      const state = await shown({ connection: { user: 'bob' } });
      equal(rowText(state, 'X11Forwarding'), 'no < sshd_config:6', 'X11Forwarding of bob');
      equal(rowText(state, 'PermitRootLogin'), 'no < sshd_config:2', 'PermitRootLogin');
      await onePanel();
      await until(
        () => panels()[0]?.label === 'Effective: sshd_config',
        () => `the title of the panel, which is ${panels()[0]?.label}`,
      );
    });

    test('what is typed counts at once, and the same panel answers', async () => {
      const document = await openText(content);
      await shown();
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, document.lineAt(2).range, 'X11Forwarding no');
      ok(await vscode.workspace.applyEdit(edit), 'the edit was not applied');
      await vscode.window.showTextDocument(document);
      equal(rowText(await shown(), 'X11Forwarding'), 'no < sshd_config:3', 'X11Forwarding after the edit');
      await onePanel();
    });

    test('who can log in comes along', async () => {
      await openText(content);
      const { rows } = (await shown()).view.access;
      const said = rows.map(({ who, letIn }) => `${who}: ${letIn ? 'yes' : 'no'}`).join(', ');
      ok(said.includes('group staff: yes') && said.includes('everybody else: no'), said);
    });

    test('files of the workspace count, wherever they lie', async () => {
      await openFixture('server/etc/ssh/sshd_config');
      const { view } = await until(
        async () => {
          const state = await shown();
          return state.view.notes.length === 0 && state;
        },
        () => 'the included files',
      );
      const labels = view.rows.flatMap(({ by }) => by.map(({ label }) => label));
      ok(
        labels.some((label) => !label.startsWith('sshd_config:')),
        `no drop-in decides anything: ${labels.join(', ')}`,
      );
    });

    test('the read-only document says the same', async () => {
      await openText(content);
      await vscode.commands.executeCommand('sshdConfig.openEffectiveDocument');
      const document = await until(
        () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'sshd-effective'),
        () => 'the document',
      );
      ok(/\nPermitRootLogin no +# sshd_config:2\n/.test(document.getText()), document.getText().slice(0, 400));
      equal(document.languageId, 'sshd_config', 'its language');
      equal(vscode.languages.getDiagnostics(document.uri).length, 0, 'findings in it');
    });

    test('a lock-out is told before it is saved', async () => {
      const document = await openText('# sshd-config: target=debian-12\nPermitRootLogin no\nAllowUsers root\n');
      const { message } = await diagnostic(document, 3, 'nobody-can-log-in');
      ok(message.includes('PermitRootLogin no'), message);
    });
  });
}
