// Which value holds for a connection, over several files. Against real builds: test/conformance.
import { expect, test } from 'vitest';
import type { Keyword } from '../../../server/src/catalog/directives';
import type { DirectiveInFile } from '../../../server/src/model/configuration';
import type { ConnectionSpec } from '../../../server/src/model/connection';
import { effectiveConfig } from '../../../server/src/model/effective/effective-config';
import { configurationFrom } from '../../kit/configuration';

interface Asked {
  readonly target?: string;
  readonly connection?: ConnectionSpec;
}

const place = ({ reading, placed }: DirectiveInFile) =>
  `${reading.file.path.split('/').at(-1)}:${placed.lineIndex + 1}`;

/** `value | value by file:line` and what is beaten. */
function holds(files: Readonly<Record<string, string>>, keyword: Keyword, { target, connection }: Asked = {}): string {
  const config = effectiveConfig(configurationFrom(files, target), connection);
  if (config.kind === 'refused') return `refused: ${config.message}`;
  const setting = config.setting(keyword);
  if (setting === undefined) return 'not known';
  const by = setting.isDefault ? 'default' : setting.by.map(place).join(' ');
  const beaten = setting.beaten.map(({ line, by: other, because }) => `${place(line)} ${because} ${place(other)}`);
  return [`${setting.values.join(' | ')} (${by})`, ...beaten].join('; ');
}

test('a drop-in beats the main file that includes it first', () => {
  const files = {
    sshd_config: 'Include sshd_config.d/*.conf\nPermitRootLogin no\n',
    'sshd_config.d/50-a.conf': 'PermitRootLogin yes\n',
    'sshd_config.d/90-b': 'PermitRootLogin no\n',
  };
  expect(holds(files, 'PermitRootLogin')).toBe('yes (50-a.conf:1); sshd_config:2 earlier 50-a.conf:1');
});

test('a block that fits replaces the global value, whatever stands first', () => {
  const files = { sshd_config: 'Banner /g\nMatch User a\nBanner /a\nMatch all\nBanner /all\n' };
  const connection = { user: 'a' };
  expect(holds(files, 'Banner', { connection })).toBe(
    '/a (sshd_config:3); sshd_config:1 block sshd_config:3; sshd_config:5 earlier sshd_config:3',
  );
  expect(holds(files, 'Banner')).toBe('/all (sshd_config:5); sshd_config:1 block sshd_config:5');
});

test('what a comparison with an installed sshd has found', () => {
  const target = 'debian-12';
  const only = (text: string) => ({ sshd_config: text });
  // LocalPort takes names of services.
  const connection = { localPort: 22 };
  expect(holds(only('Match LocalPort ssh\nPermitTTY no\n'), 'PermitTTY', { target, connection })).toBe(
    'no (sshd_config:2)',
  );
  // The last AuthorizedPrincipalsCommand wins.
  const user = 'AuthorizedPrincipalsCommandUser u\n';
  expect(
    holds(
      only(`AuthorizedPrincipalsCommand /a\nAuthorizedPrincipalsCommand /b\n${user}`),
      'AuthorizedPrincipalsCommand',
      {
        target,
      },
    ),
  ).toBe('/b (sshd_config:2); sshd_config:1 later sshd_config:2');
  // Behind a line of AuthorizedKeysCommand it is dropped, and needs no user.
  const dropped = only('AuthorizedKeysCommand none\nAuthorizedPrincipalsCommand /a\n');
  expect(holds(dropped, 'AuthorizedPrincipalsCommand', { target })).toBe('none (default)');
  expect(holds(dropped, 'AuthorizedPrincipalsCommand', { target: '8.6' })).toMatch(/^refused/);
  expect(
    holds(only('AuthorizedPrincipalsCommand /a\nAuthorizedKeysCommand none\n'), 'AuthorizedPrincipalsCommand', {
      target,
    }),
  ).toMatch(/^refused/);
  // Patterns find key types in the order of sshd's own table.
  expect(holds(only('HostKeyAlgorithms ssh-ed*,rsa-sha2-*\n'), 'HostKeyAlgorithms', { target })).toBe(
    'ssh-ed25519,ssh-ed25519-cert-v01@openssh.com,rsa-sha2-256,rsa-sha2-256-cert-v01@openssh.com,rsa-sha2-512,rsa-sha2-512-cert-v01@openssh.com (sshd_config:1)',
  );
  // A block's list that leaves nothing stays empty; a global one becomes the default again.
  expect(holds(only('Match all\nPubkeyAcceptedAlgorithms -*\n'), 'PubkeyAcceptedAlgorithms', { target })).toBe(
    ' (sshd_config:2)',
  );
  // sshd is started in /, and joins its folder on by a slash.
  expect(holds(only('Banner x\n'), 'Banner', { target })).toBe('//x (sshd_config:1)');
});

test('a list that leaves nothing refuses the files only where it is the one that is put together', () => {
  const only = (text: string) => ({ sshd_config: text });
  const held = (text: string, connection?: ConnectionSpec) =>
    holds(only(text), 'CASignatureAlgorithms', { target: '9.2', ...(connection ? { connection } : {}) });
  expect(held('CASignatureAlgorithms ,\n')).toMatch(/^refused/);
  expect(held('CASignatureAlgorithms ssh-ed25519\nCASignatureAlgorithms ,\n')).toMatch(
    /^ssh-ed25519 \(sshd_config:1\)/,
  );
  const blocks =
    'Match User a\nCASignatureAlgorithms ssh-ed25519\nMatch Address 192.0.2.0/24\nCASignatureAlgorithms ,\n';
  expect(held(blocks, { user: 'a', address: '192.0.2.1' })).toMatch(/^ssh-ed25519 \(sshd_config:2\)/);
  expect(held(blocks, { user: 'b', address: '192.0.2.1' })).toMatch(/^refused/);
  // sshd -t lets this pass, sshd -T and every connection do not.
  expect(held('CASignatureAlgorithms ssh-ed25519\nMatch all\nCASignatureAlgorithms ,\n')).toMatch(/^refused/);
  expect(held(blocks.replace('User a', 'all'), { user: 'b', address: '192.0.2.1' })).toMatch(/^ssh-ed25519/);
});

test('`le` is another byte up to 8.8, and a byte is printed as its first name', () => {
  const files = { sshd_config: 'IPQoS reliability 1\n' };
  expect(holds(files, 'IPQoS', { target: '8.4' })).toBe('reliability le (sshd_config:1)');
  expect(holds(files, 'IPQoS', { target: '9.2' })).toBe('le 0x01 (sshd_config:1)');
});

test('for a connection too, a command behind another one of its blocks is not looked at up to 8.6', () => {
  const files = { sshd_config: 'Match User a\nAuthorizedKeysCommand none\nAuthorizedKeysCommand x\n' };
  const connection = { user: 'a' };
  expect(holds(files, 'AuthorizedKeysCommand', { target: '8.4', connection })).toMatch(/^none/);
  expect(holds(files, 'AuthorizedKeysCommand', { target: '9.2', connection })).toMatch(/^refused/);
});

test('up to 8.6 a line behind another is first looked at when somebody connects', () => {
  const held = (text: string, user: string) =>
    holds({ sshd_config: text }, 'AuthenticationMethods', { target: '8.4', connection: { user } });
  expect(held('AuthenticationMethods password\nAuthenticationMethods bogus\n', 'b')).toMatch(/^refused/);
  expect(held('AuthenticationMethods password\nMatch User a\nAuthenticationMethods bogus\n', 'b')).toMatch(/^refused/);
  const commands = 'AuthorizedKeysCommand none\nMatch User a\nAuthorizedKeysCommand x\n';
  expect(held(commands, 'a')).toMatch(/^refused/);
  expect(held(commands, 'b')).toMatch(/^any/);
});

test('the arguments of a subsystem are joined on as sshd does', () => {
  const held = (text: string, target: string) => holds({ sshd_config: text }, 'Subsystem', { target });
  expect(held('Subsystem a /b ""\n', '9.2')).toBe('a /b  (sshd_config:1)');
  expect(held('Subsystem a /b ""\n', '10.0')).toBe('a /b (sshd_config:1)');
  expect(held('Subsystem a /b "" ""\n', '10.0')).toBe('a /b   (sshd_config:1)');
  expect(held('Subsystem a /b "c d"\n', '10.0')).toBe('a /b "c d" (sshd_config:1)');
});
