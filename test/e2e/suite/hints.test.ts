// Inlay hints and code lenses in a real editor, and the switches of each. What they say is unit-tested elsewhere.
import * as vscode from 'vscode';
import { closeAll, configure, ok, openText, until } from './kit';

const TEXT = `ClientAliveInterval 60
ClientAliveCountMax 3
LoginGraceTime 1000
LoginGraceTime 60
Ciphers -3des-cbc
MaxAuthTries 3
Match User alice Address 10.0.0.0/8
  Banner none
`;

/** `line: text` of each hint, sorted. */
async function hintsOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>(
    'vscode.executeInlayHintProvider',
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
  );
  const text = (label: vscode.InlayHint['label']): string =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join('');
  return (hints ?? []).map(({ position, label }) => `${position.line + 1}: ${text(label)}`);
}

/** `line: title` of each lens. */
async function lensesOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[] | undefined>(
    'vscode.executeCodeLensProvider',
    document.uri,
    50,
  );
  return (lenses ?? []).map(({ range, command }) => `${range.start.line + 1}: ${command?.title}`);
}

type Shown = (document: vscode.TextDocument) => Promise<readonly string[]>;

async function comesAndGoes(shown: Shown, setting: string, pattern: RegExp, preset: boolean): Promise<void> {
  const document = await openText(TEXT);
  let last: readonly string[] = [];
  const is = (wanted: boolean): Promise<unknown> =>
    until(
      async () => {
        last = await shown(document);
        return last.some((one) => pattern.test(one)) === wanted;
      },
      () => `${pattern} ${wanted ? 'among' : 'gone from'}: ${last.join(' | ')}`,
    );
  try {
    if (preset) await is(true);
    else {
      // So that it is not only slow.
      await until(
        async () => (await shown(document)).length > 0,
        () => 'anything',
      );
      await is(false);
    }
    await configure(setting, !preset);
    await is(!preset);
  } finally {
    await configure(setting, undefined);
  }
  await is(preset);
}

const HINTS: readonly (readonly [setting: string, pattern: RegExp, preset: boolean])[] = [
  ['inlayHints.enabled', /^1: first probe/, true],
  ['inlayHints.keepalive', /^2: dead client cut off after 4 min/, true],
  ['inlayHints.times', /^3: = 16 min 40 s/, true],
  ['inlayHints.matchBlocks', /^7: applies to user alice and clients from 10/, true],
  ['inlayHints.lists', /^5: = \d+ algorithms/, false],
  ['inlayHints.decidedBy', /^4: .*line 3 decides: 1000/, false],
  ['inlayHints.defaults', /^6: default: 6/, false],
];
const LENSES: readonly (readonly [setting: string, pattern: RegExp, preset: boolean])[] = [
  ['codeLens.keepalive', /^1: Keepalive/, true],
  ['codeLens.clientLines', /^1: Copy for the client/, true],
  ['codeLens.matchBlocks', /^7: Effective configuration of alice, from 10\./, false],
];

/** What stands behind and above lines. */
export function hintsSuite(): void {
  suite('hints and lenses', () => {
    teardown(closeAll);

    for (const [setting, pattern, preset] of HINTS)
      test(`${setting} switches hints ${preset ? 'off' : 'on'}`, () => comesAndGoes(hintsOf, setting, pattern, preset));
    for (const [setting, pattern, preset] of LENSES)
      test(`${setting} switches lenses ${preset ? 'off' : 'on'}`, () =>
        comesAndGoes(lensesOf, setting, pattern, preset));

    test('the lens above a Match block opens what holds for its users', async () => {
      try {
        await configure('codeLens.matchBlocks', true);
        const document = await openText('UsePAM yes\nMatch User alice\n  Banner none\n');
        const command = await until(
          async () => {
            const lenses = await vscode.commands.executeCommand<vscode.CodeLens[] | undefined>(
              'vscode.executeCodeLensProvider',
              document.uri,
              50,
            );
            return lenses?.find(({ command: one }) => one?.title === 'Effective configuration of alice')?.command;
          },
          () => 'the lens',
        );
        const state = await vscode.commands.executeCommand<{ readonly view: { readonly command: string } } | undefined>(
          command.command,
          ...(command.arguments ?? []),
        );
        ok(state?.view.command === 'sshd -T -C user=alice', `shown: ${JSON.stringify(state).slice(0, 300)}`);
      } finally {
        await configure('codeLens.matchBlocks', undefined);
        await vscode.window.tabGroups.close(
          vscode.window.tabGroups.all
            .flatMap(({ tabs }) => tabs)
            .filter(({ input }) => input instanceof vscode.TabInputWebview),
        );
      }
    });
  });
}
