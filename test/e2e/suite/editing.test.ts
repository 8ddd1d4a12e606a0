// Hover and completion, asked for as the editor asks. Their contents are unit-tested elsewhere.
import * as vscode from 'vscode';
import { closeAll, completions, documentationOf, hoverText, labelOf, ok, openMarked, until } from './kit';

const HOVERS: readonly (readonly [what: string, marked: string, ...says: readonly RegExp[]])[] = [
  [
    'ClientAliveInterval, with when a dead client goes',
    'ClientAlive<|>Interval 60\nClientAliveCountMax 3\n',
    /ClientAliveInterval/,
    /4 min/,
    /man\.openbsd\.org|manpages/,
  ],
  [
    'a keyword, with its default and the line that decides',
    'UsePAM no\nUse<|>PAM yes\n',
    /line 1 decides/,
    /[Dd]efault/,
  ],
  ['a value', 'PermitRootLogin prohibit-<|>password\n', /prohibit-password/],
  ['a weak algorithm', 'Ciphers 3des<|>-cbc\n', /weak/i],
  ['a criterion', 'Match Local<|>Port 22\n', /LocalPort/],
  ['a percent token', 'AuthorizedKeysFile .ssh/%<|>u\n', /%u/],
  ['a time in words', 'LoginGraceTime 100<|>0\n', /16 min 40 s/],
  ['a size in words', 'RekeyLimit 10<|>G\n', /10,737,418,240 bytes/],
];

const OFFERS: readonly (readonly [what: string, marked: string, ...labels: readonly string[]])[] = [
  ['an empty line: keywords', '<|>\n', 'ClientAliveInterval'],
  ['an argument: its values', 'PermitRootLogin <|>\n', 'prohibit-password', 'no'],
  ['an algorithm list: the next one', 'Ciphers aes128-ctr,<|>\n', 'aes256-gcm@openssh.com'],
  ['an algorithm list: what + - ^ do', 'Ciphers <|>\n', '+', '-', '^'],
  ['a path: percent tokens', 'AuthorizedKeysFile %<|>\n', '%u'],
  ['Match: criteria', 'Match <|>\n', 'User', 'Address'],
  ['a criterion: names that stand elsewhere', 'AllowUsers alice\nMatch User <|>\n', 'alice'],
  ['a log level', 'LogLevel <|>\n', 'VERBOSE'],
  ['a log facility', 'SyslogFacility <|>\n', 'AUTHPRIV'],
  ['IPQoS: classes of traffic', 'IPQoS <|>\n', 'ef'],
  ['a time: suffixes', 'LoginGraceTime 2<|>\n', '2m'],
  ['variables of the environment', 'AcceptEnv <|>\n', 'LC_*'],
];

/** What the editor tells and offers at a place. */
export function editingSuite(): void {
  suite('editing', () => {
    teardown(closeAll);

    for (const [what, marked, ...says] of HOVERS)
      test(`the hover tells of ${what}`, async () => {
        const { document, range } = await openMarked(marked);
        let text = '';
        await until(
          async () => {
            text = await hoverText(document, range.start);
            return says.every((one) => one.test(text));
          },
          () => `${says.join(' and ')} in: ${text}`,
        );
      });

    for (const [what, marked, ...labels] of OFFERS)
      test(`completion offers in ${what}`, async () => {
        const { document, range } = await openMarked(marked);
        let offered: readonly vscode.CompletionItem[] = [];
        await until(
          async () => {
            const all = await completions(document, range.start);
            // The editor's own offer, words found in open files, is not ours.
            offered = all.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
            return labels.every((label) => offered.some((item) => labelOf(item) === label));
          },
          () => `${labels.join(', ')} among ${offered.map(labelOf).slice(0, 40).join(', ') || 'no items'}`,
        );
        const items = offered.filter((item) => labels.includes(labelOf(item)));
        ok(
          items.every((item) => documentationOf(item) !== '' || (item.detail ?? '') !== ''),
          'one of them has no details',
        );
      });
  });
}
