// Quick fixes, fix-all and the keepalive action, applied to the text.
import { describe, expect, test } from 'vitest';
import { ADD_KEEPALIVE_KIND, codeActions, FIX_ALL_KIND } from '../../server/src/features/code-actions';
import { safeFixes } from '../../server/src/features/safe-fixes';
import type { Finding, Fix } from '../../server/src/rules/rule';
import { actionsAt, applied, expectApplied, titlesAt } from '../kit/expect-actions';
import { featureDocument } from '../kit/feature-document';

const KEEPALIVE = 'Add recommended keepalive lines (ClientAliveInterval 60, ClientAliveCountMax 3)';
const OTHER_PATHS = [
  'Add keepalive lines for the path aws (ClientAliveInterval 120, ClientAliveCountMax 3)',
  'Add keepalive lines for the path cgn (ClientAliveInterval 10, ClientAliveCountMax 6)',
  'Add keepalive lines for the path lan (ClientAliveInterval 300, ClientAliveCountMax 3)',
];

describe('quick fixes', () => {
  test('belong to the findings at the cursor and carry the diagnostic', () => {
    const { actions } = actionsAt('Port 22\nPermitRotLog<|>in no\n');
    const fix = actions.find((one) => one.title.includes('PermitRootLogin'));
    expect(fix?.kind).toBe('quickfix');
    expect(fix?.isPreferred).toBe(true);
    expect(fix?.diagnostics?.map((one) => one.code)).toEqual(['unknown-directive']);
    expect(titlesAt('Po<|>rt 22\nPermitRotLogin no\n').filter((title) => title.includes('PermitRootLogin'))).toEqual(
      [],
    );
  });

  test('change the text as they say, whatever the line ends', () => {
    const { document, actions } = actionsAt('Port 22\r\nPermitRotLog<|>in no\r\n');
    const fix = actions.find((one) => one.title.includes('PermitRootLogin'));
    expect(fix && applied(document, fix)).toBe('Port 22\r\nPermitRootLogin no\r\n');
  });

  test('a range covers several findings', () => {
    const titles = titlesAt('<|>PermitRotLogin no\nUsePAN yes\n<|>', { only: ['quickfix'] });
    expect(titles.some((title) => title.includes('PermitRootLogin'))).toBe(true);
    expect(titles.some((title) => title.includes('UsePAM'))).toBe(true);
  });
});

describe('the recommended keepalive lines', () => {
  test('are offered everywhere by their own kind', () => {
    expect(titlesAt('Po<|>rt 22\n', { only: ['source'] })).toContain(`${ADD_KEEPALIVE_KIND}: ${KEEPALIVE}`);
    expect(titlesAt('<|>', { only: [ADD_KEEPALIVE_KIND] })).toEqual(
      [KEEPALIVE, ...OTHER_PATHS].map((title) => `${ADD_KEEPALIVE_KIND}: ${title}`),
    );
    expect(titlesAt('<|>', { only: [ADD_KEEPALIVE_KIND], nat: 240 })).toEqual([`${ADD_KEEPALIVE_KIND}: ${KEEPALIVE}`]);
    expectApplied(
      'Port 22\nMatch User x\n  <|>PermitTTY no\n',
      KEEPALIVE,
      'Port 22\nClientAliveInterval 60\nClientAliveCountMax 3\nMatch User x\n  PermitTTY no\n',
      { only: ['source'] },
    );
  });

  test('are a refactoring on the lines they concern', () => {
    const titles = [KEEPALIVE, ...OTHER_PATHS].map((title) => `refactor.rewrite: ${title}`);
    const about = (marked: string) =>
      titlesAt(marked, { only: ['refactor'] }).filter((title) => title.includes('keepalive lines'));
    expect(about('ClientAliveInt<|>erval 30\n')).toEqual(titles);
    expect(about('TCPKeep<|>Alive yes\n')).toEqual(titles);
    expect(about('Po<|>rt 22\n')).toEqual([]);
  });

  test("hand out the client's lines, where the editor can take them to the clipboard", () => {
    const about = (copyClientLines?: string) => {
      const document = featureDocument('ClientAliveInterval 60\n');
      const at = { line: 0, character: 3 };
      const context = { diagnostics: [], only: ['refactor'] };
      const client = { createFiles: true, ...(copyClientLines === undefined ? {} : { copyClientLines }) };
      return codeActions(document, { range: { start: at, end: at }, context }, [], client).filter(
        ({ command }) => command !== undefined,
      );
    };
    expect(about('copy')).toEqual([
      {
        title: "Copy the lines for the client's ~/.ssh/config (ServerAliveInterval 60, ServerAliveCountMax 3)",
        kind: 'refactor.rewrite',
        command: expect.objectContaining({
          command: 'copy',
          arguments: ['Host *\n    ServerAliveInterval 60\n    ServerAliveCountMax 3\n'],
        }),
      },
    ]);
    expect(about()).toEqual([]);
  });

  test('are offered for one Match block too', () => {
    expectApplied(
      'ClientAliveInterval 60\nMatch User x\n  PermitTTY no\n  <|>ClientAliveInterval 0\n',
      'Set the recommended keepalive for Match User x (ClientAliveInterval 60, ClientAliveCountMax 3)',
      'ClientAliveInterval 60\nMatch User x\n  PermitTTY no\n  ClientAliveInterval 60\n',
      { only: ['refactor'] },
    );
  });

  test('may be a new file, for clients that can make one', () => {
    const files = { '/etc/ssh/sshd_config.d/50-x.conf': '# nothing\n' };
    const text = 'Include /etc/ssh/sshd_config.d/*.conf\n<|>';
    const kinds = (createFiles: boolean) => {
      const { document } = actionsAt(text, { files });
      const start = document.positionAt(0);
      const context = { diagnostics: [], only: [ADD_KEEPALIVE_KIND] };
      return codeActions(document, { range: { start, end: start }, context }, [], { createFiles })
        .flatMap(({ edit }) => edit?.documentChanges ?? [])
        .map((change) =>
          'kind' in change ? `${change.kind} ${'uri' in change ? change.uri : ''}` : change.textDocument.uri,
        );
    };
    expect(kinds(false)).toEqual([]);
    const uri = 'file:///etc/ssh/sshd_config.d/10-keepalive.conf';
    expect(kinds(true)).toEqual([`create ${uri}`, uri]);
  });

  test('are offered once beside the same quick fix', () => {
    const titles = titlesAt('ClientAliveInterval 0<|>\n').filter(
      (title) => title.endsWith(KEEPALIVE) && !title.startsWith('source'),
    );
    expect(titles).toHaveLength(1);
  });

  test('are not offered where they stand', () => {
    const titles = titlesAt('ClientAliveInterval 60\nClientAliveCountMax<|> 3\n');
    expect(titles.filter((title) => title.includes('keepalive lines'))).toEqual([]);
  });
});

describe('fix all', () => {
  test('applies safe fixes and leaves advice alone', () => {
    const text = '<|>ChallengeResponseAuthentication no\nPermitRotLogin no\n';
    const { document, actions } = actionsAt(text, { only: ['source.fixAll'] });
    expect(actions.map((one) => one.kind)).toEqual([FIX_ALL_KIND]);
    expect(actions[0] && applied(document, actions[0])).toBe('KbdInteractiveAuthentication no\nPermitRotLogin no\n');
    expect(titlesAt('Port 22\n<|>', { only: ['source.fixAll'] })).toEqual([]);
  });

  const finding = (...fixes: readonly Fix[]): Finding => ({
    rule: 'x',
    severity: 'hint',
    message: 'x',
    range: { start: 0, end: 0 },
    fixes,
  });
  const fix = (start: number, end: number, more: Partial<Fix> = {}): Fix => ({
    title: `${start}-${end}`,
    safety: 'safe',
    edits: [{ start, end, newText: '' }],
    ...more,
  });
  const titles = (...findings: readonly Finding[]) => safeFixes(findings).map((one) => one.title);

  test('takes no unsafe fix, the preferred one of several, and none that collide', () => {
    expect(titles(finding(fix(0, 1, { safety: 'unsafe' })))).toEqual([]);
    expect(titles(finding(fix(0, 1), fix(0, 2, { preferred: true })))).toEqual(['0-2']);
    expect(titles(finding(fix(0, 5)), finding(fix(5, 9)))).toEqual(['0-5', '5-9']);
    expect(titles(finding(fix(0, 6)), finding(fix(5, 9)))).toEqual(['0-6']);
    expect(titles(finding(fix(5, 9)), finding(fix(0, 6)))).toEqual(['5-9']);
    expect(titles(finding(fix(3, 3)), finding(fix(3, 3)), finding(fix(0, 9)))).toEqual(['3-3']);
  });
});

test('a client that shows no diagnostics still gets the fixes', () => {
  const document = featureDocument('PermitRotLogin no\n');
  const found: Finding = {
    rule: 'r',
    severity: 'error',
    message: 'm',
    range: { start: 0, end: 14 },
    fixes: [{ title: 't', safety: 'unsafe', edits: [{ start: 0, end: 14, newText: 'X' }] }],
  };
  const range = { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } };
  const [action] = codeActions(document, { range, context: { diagnostics: [], only: ['quickfix'] } }, [found]);
  expect(action).toEqual({
    title: 't',
    kind: 'quickfix',
    edit: {
      changes: {
        [document.snapshot.uri]: [
          { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 14 } }, newText: 'X' },
        ],
      },
    },
  });
});
