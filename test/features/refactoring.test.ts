// What can be done with lines that have nothing wrong, and what becomes of the text.
import { describe, expect, test } from 'vitest';
import { codeActions } from '../../server/src/features/code-actions';
import { actionsAt, expectApplied, titlesAt, withNewFile } from '../kit/expect-actions';
import { featureDocument } from '../kit/feature-document';

const only = ['refactor'];

describe('switching on and off', () => {
  test('a line, with its default', () => {
    expectApplied('#Port 22<|>\n', "Switch on 'Port' (default: 22)", 'Port 22\n');
    expectApplied(
      'Match all\n  # PermitTTY no<|>\n',
      "Switch on 'PermitTTY' (default: yes)",
      'Match all\n  PermitTTY no\n',
    );
    expectApplied('  Port 22<|>\n', "Switch off 'Port' (default: 22)", '  #Port 22\n');
  });
  test('several lines', () => {
    expectApplied(
      '<|>#Port 22\n# prose\n#UsePAM yes\n<|>Banner x\n',
      'Switch on 2 directives',
      'Port 22\n# prose\nUsePAM yes\nBanner x\n',
    );
    expectApplied('<|>Port 22\nUsePAM yes<|>\n', 'Switch off 2 directives', '#Port 22\n#UsePAM yes\n');
  });
  test('a block', () =>
    expectApplied('Match all<|>\n  Banner x\n# y\n', 'Switch off this Match block', '#Match all\n  #Banner x\n# y\n'));
  test('not what sshd would refuse there, nor prose', () => {
    expect(titlesAt('Match User x\n#Port 22<|>\n', { only })).toEqual([]);
    expect(titlesAt('# Port numbers matter<|>\n', { only })).toEqual([]);
  });
});

describe('algorithm lists', () => {
  test('are sorted', () =>
    expectApplied(
      'Ciphers +3des-cbc,aes128-ctr,aes256-gcm@openssh.com<|>\n',
      'Sort the algorithms, strongest first',
      'Ciphers +aes128-ctr,aes256-gcm@openssh.com,3des-cbc\n',
      { target: '9.2' },
    ));
  test('lose the weak ones', () =>
    expectApplied('Ciphers aes128-ctr,3des-cbc<|>', 'Take out the weak algorithms (1)', 'Ciphers aes128-ctr'));
  test.each([
    'Ciphers -3des-cbc,aes128-ctr<|>',
    'Ciphers aes256-gcm@openssh.com<|>',
    'Ciphers "3des-cbc,aes128-ctr"<|>',
    'HostKeyAlgorithms ssh-*<|>',
  ])('%s is left alone', (text) =>
    expect(titlesAt(text, { only }).filter((title) => title.includes('algorithm'))).toEqual([]),
  );
});

describe('Match blocks', () => {
  test('are split', () =>
    expectApplied(
      'Match User x\n  Banner a\n  Permit<|>TTY no\n',
      'Split the Match block here',
      'Match User x\n  Banner a\n\nMatch User x\n  PermitTTY no\n',
    ));
  test('are merged', () =>
    expectApplied(
      'Match User x Group y<|>\n  Banner a\nMatch all\n  MaxSessions 1\nMatch Group y User x\n  PermitTTY no\n',
      'Merge the later block with the same criteria into this one',
      'Match User x Group y\n  Banner a\n  PermitTTY no\nMatch all\n  MaxSessions 1\n',
    ));
  test('not over a line that would lose', () => {
    const text = 'Match User x<|>\n  Banner a\nMatch all\n  PermitTTY yes\nMatch User x\n  PermitTTY no\n';
    expect(titlesAt(text, { only })).toEqual(['refactor.rewrite: Switch off this Match block']);
  });
  test('are left', () => {
    const title = "Move 'PermitTTY' to the global section, for everyone";
    expectApplied('Port 22\n\n# x\nMatch all\n  Permit<|>TTY no\n', title, 'Port 22\nPermitTTY no\n\n# x\nMatch all\n');
    expectApplied('Match all\n  Permit<|>TTY no\n', title, 'PermitTTY no\nMatch all\n');
    expect(titlesAt('PermitTTY yes\nMatch all\n  Permit<|>TTY no\n', { only }).join()).not.toContain('global section');
  });
  test('are begun for some users', () => {
    const title = "Set 'PermitTTY' for some users only (a Match block at the end)";
    expectApplied('Permit<|>TTY no\nPort 22\n', title, 'Port 22\n\nMatch User CHANGE-ME\n    PermitTTY no\n');
    expect(titlesAt('Po<|>rt 22', { only }).join()).not.toContain('some users');
  });
  test('take a line in, where it is not set yet', () => {
    expectApplied(
      'Permit<|>TTY no\nMatch User x\n  Banner a\n\nMatch all\n',
      "Set 'PermitTTY' only for 'Match User x'",
      'Match User x\n  Banner a\n  PermitTTY no\n\nMatch all\n',
    );
    const titles = titlesAt('Permit<|>TTY no\nMatch User x\n  PermitTTY yes\nMatch User y\n', { only }).join();
    expect(titles).not.toContain("'Match User x'");
    expect(titles).toContain("'Match User y'");
  });
});

describe('companions', () => {
  test('of a command, of closed forwarding, of a method', () => {
    const title =
      "Add the account that runs the command; sshd refuses the file without one: 'AuthorizedKeysCommandUser'";
    expectApplied(
      'AuthorizedKeysCommand /bin/x %u<|>\n',
      title,
      'AuthorizedKeysCommand /bin/x %u\nAuthorizedKeysCommandUser nobody\n',
    );
    expect(titlesAt('AllowTcpForwarding no<|>', { only }).join()).toContain('Close the other ways to forward too');
    expect(titlesAt('AuthenticationMethods publickey,keyboard-interactive<|>', { only }).join()).toContain("'UsePAM'");
    expect(titlesAt('Match User x\n AuthenticationMethods a keyboard-interactive<|>', { only }).join()).not.toContain(
      "'UsePAM'",
    );
  });
  test('of a folder for file transfer', () =>
    expectApplied(
      'Match Group sftp\n  ChrootDirectory /srv/%u<|>\n  ForceCommand internal-sftp\n',
      "Add the lines of a folder for file transfer only: 'AllowTcpForwarding', 'AllowAgentForwarding', 'X11Forwarding', 'PermitTunnel'",
      'Match Group sftp\n  ChrootDirectory /srv/%u\n  AllowTcpForwarding no\n  AllowAgentForwarding no\n  X11Forwarding no\n  PermitTunnel no\n  ForceCommand internal-sftp\n',
    ));
  test('only with a value that calls for them', () =>
    expect(titlesAt('ChrootDirectory none<|>', { only }).join()).not.toContain('Add'));
});

describe('drop-ins', () => {
  const files = {
    '/etc/ssh/sshd_config.d/a.conf': 'Port 22\n\n# x\nUsePAM yes',
    '/etc/ssh/sshd_config.d/b.conf': 'Banner x\r\n',
  };

  test('take lines away', () => {
    const { document, actions } = actionsAt(
      'A b\n<|>Port 22\n  # x\n  UsePAM yes\n<|>Banner x\n'.replace('A b\n', ''),
      { only },
    );
    const action = actions.find(({ kind }) => kind === 'refactor.extract');
    expect(action?.title).toBe('Move to a file of its own, sshd_config.d/50-extracted.conf, and include it here');
    expect(action && withNewFile(document, action)).toEqual([
      'Include sshd_config.d/50-extracted.conf\nBanner x\n',
      'file:///etc/ssh/sshd_config.d/50-extracted.conf',
      'Port 22\n# x\nUsePAM yes\n',
    ]);
  });

  test('get a name that no Include finds already', () => {
    const title = titlesAt('Include sshd_config.d/*.conf\nPort 22<|>', { only, files }).find((one) =>
      one.includes('extract:'),
    );
    expect(title).toContain('50-extracted.inc');
  });

  test('do not take a Match line, nor lines before 8.2', () => {
    expect(titlesAt('<|>Match all\nBanner x<|>', { only }).join()).not.toContain('file of its own');
    expect(titlesAt('Port 22<|>', { only, target: '8.1' }).join()).not.toContain('file of its own');
  });

  test('are put in the place of their Include', () =>
    expectApplied(
      '  Include<|> sshd_config.d/*.conf\nPort 23\n',
      'Put the lines of the 2 included files here',
      '  Port 22\n\n  # x\n  UsePAM yes\n  Banner x\nPort 23\n',
      { only, files },
    ));

  test('stay where they hold a Match line, or are not known', () => {
    const match = { '/etc/ssh/sshd_config.d/a.conf': 'Match all\nBanner x\n' };
    expect(titlesAt('Include<|> sshd_config.d/*.conf\n', { only, files: match }).join()).not.toContain('Put');
    expect(titlesAt('Include<|> sshd_config.d/*.conf\n', { only }).join()).not.toContain('Put');
  });
});

test('an editor that asks by itself is told nothing without a selection', () => {
  const document = featureDocument('Ciphers 3des-cbc,aes128-ctr\n');
  const ask = (triggerKind: 1 | 2, character: number) => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character } };
    return codeActions(document, { range, context: { diagnostics: [], only, triggerKind } }, []).length;
  };
  expect(ask(2, 0)).toBe(0);
  expect(ask(1, 0)).toBeGreaterThan(2);
  expect(ask(2, 3)).toBeGreaterThan(2);
});
