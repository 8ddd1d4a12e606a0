// Finding one's way in a real editor: outline, symbols, folds, selections, links, highlights, rename. What each of them finds is unit-tested elsewhere.
import * as vscode from 'vscode';
import { answer, closeAll, equal, ok, openFixture, openMarked, openText, until } from './kit';

const START = new vscode.Position(0, 0);
const SECTIONS = `### Access ###
PermitRootLogin no
#PasswordAuthentication yes

# region Keepalive
# for the NAT
# of the office
ClientAliveInterval 60
# endregion
Include sshd_config.d/*.conf
Match User alice
  PermitTTY no
`;

const named = (symbols: readonly vscode.DocumentSymbol[]): string =>
  symbols.map(({ name, children }) => `${name}${children.length > 0 ? ` (${named(children)})` : ''}`).join(', ');

/** Where things are, and what belongs together. */
export function navigationSuite(): void {
  suite('navigation', () => {
    teardown(closeAll);

    test('the outline has the headings of comments, blocks, Include and what is commented out', async () => {
      const document = await openText(SECTIONS);
      const symbols = await answer<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
      equal(
        named(symbols),
        'Access (PermitRootLogin, #PasswordAuthentication), Keepalive (ClientAliveInterval), Include, Match User alice (PermitTTY)',
        'symbols',
      );
    });

    test('blocks, comment runs and regions fold', async () => {
      const document = await openText(SECTIONS);
      const ranges = await answer<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
      const folds = ranges.map(({ start, end, kind }) => `${start + 1}-${end + 1} ${kind ?? ''}`.trim());
      for (const fold of ['5-9 3', '6-7 1', '11-12']) ok(folds.includes(fold), `no ${fold} among ${folds.join(', ')}`);
    });

    test('directives are found in the workspace', async () => {
      await openText('MaxSessions 7\n');
      await until(
        async () => {
          const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
            'vscode.executeWorkspaceSymbolProvider',
            'maxsess',
          );
          return found.some(({ name }) => name === 'MaxSessions 7') || undefined;
        },
        () => 'MaxSessions 7 among the symbols',
      );
    });

    test('a selection grows', async () => {
      const { document, range } = await openMarked('Ciphers aes128-ctr,aes2<|>56-ctr\n');
      const [chain] = await answer<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
        range.start,
      ]);
      // The editor puts the parts of words in front.
      const texts: string[] = [];
      for (let at = chain; at !== undefined; at = at.parent) texts.push(document.getText(at.range));
      const ours = ['aes256-ctr', 'aes128-ctr,aes256-ctr', 'Ciphers aes128-ctr,aes256-ctr'];
      ok(
        ours.every((text) => texts.includes(text)),
        `grown: ${texts.join(' | ')}`,
      );
    });

    test('an Include, a path that is there and a URL are links', async () => {
      const document = await openFixture('server/etc/ssh/sshd_config');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(
        document.uri,
        START,
        '# https://man.openbsd.org/sshd_config\nBanner /etc/issue.net\nPidFile /etc/gone\n',
      );
      ok(await vscode.workspace.applyEdit(edit), 'not applied');
      let found = '';
      await until(
        async () => {
          const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
            'vscode.executeLinkProvider',
            document.uri,
          );
          found = links
            .map(({ range, target }) => `${document.getText(range)} -> ${target?.path.split('/').at(-1)}`)
            .toSorted()
            .join(', ');
          return (
            found ===
            '/etc/issue.net -> issue.net, /etc/ssh/sshd_config.d/*.conf -> 50-cloud-init.conf, https://man.openbsd.org/sshd_config -> sshd_config'
          );
        },
        () => `the three links; found: ${found}`,
      );
    });

    test('the lines of a keyword are highlighted, the one that decides as written', async () => {
      const { document, range } = await openMarked('UsePAM no\nPort 22\nUse<|>PAM yes\n');
      const marks = await answer<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        document.uri,
        range.start,
      );
      equal(
        marks.map((mark) => `${mark.range.start.line + 1} ${vscode.DocumentHighlightKind[mark.kind ?? 0]}`).join(', '),
        '1 Write, 3 Read',
        'highlights',
      );
    });

    for (const [what, before, place, name, after] of [
      [
        'a user',
        'AllowUsers ali<|>ce bob\nMatch User alice\n  Banner none\n',
        'alice',
        'carol',
        'AllowUsers carol bob\nMatch User carol\n  Banner none\n',
      ],
      [
        'a group',
        'DenyGroups guests\nMatch Group gue<|>sts\n  Banner none\n',
        'guests',
        'visitors',
        'DenyGroups visitors\nMatch Group visitors\n  Banner none\n',
      ],
      [
        'a subsystem',
        'Subsystem sf<|>tp internal-sftp\nMatch User a\n  Subsystem sftp /bin/false\n',
        'sftp',
        'files',
        'Subsystem files internal-sftp\nMatch User a\n  Subsystem files /bin/false\n',
      ],
      [
        'an environment variable',
        'AcceptEnv LA<|>NG TZ\nSetEnv LANG=C\n',
        'LANG',
        'LC_ALL',
        'AcceptEnv LC_ALL TZ\nSetEnv LC_ALL=C\n',
      ],
    ] as const)
      test(`${what} is renamed everywhere`, async () => {
        const { document, range } = await openMarked(before);
        const prepared = await answer<{ readonly range: vscode.Range; readonly placeholder: string }>(
          'vscode.prepareRename',
          document.uri,
          range.start,
        );
        equal(prepared.placeholder, place, 'what is renamed');
        const edit = await answer<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          range.start,
          name,
        );
        ok(await vscode.workspace.applyEdit(edit), 'not applied');
        equal(document.getText(), after, 'text');
      });

    test('what is no name is not renamed', async () => {
      const { document, range } = await openMarked('AllowUsers alice\nPo<|>rt 22\n');
      await answer('vscode.executeDocumentSymbolProvider', document.uri);
      const refused = await vscode.commands.executeCommand('vscode.prepareRename', document.uri, range.start).then(
        () => false,
        () => true,
      );
      ok(refused, 'the editor would rename it');
    });
  });
}
