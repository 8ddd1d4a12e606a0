// `sshd-config effective`, with a world of its own.
import { expect, test } from 'vitest';
import { effectiveCommand } from '../../server/src/cli/effective-arguments';
import { runCommand } from '../kit/cli-world';

const MAIN = '/etc/ssh/sshd_config';
const FILES = {
  [MAIN]: 'Include sshd_config.d/*.conf\nBanner /g\nPermitRootLogin no\nMatch Group wheel\nBanner /w\n',
  '/etc/ssh/sshd_config.d/10-a.conf': 'PermitRootLogin yes\n',
};

test('prints what sshd -T prints, and with a connection what -T -C does', async () => {
  const plain = await runCommand(['effective', '--target', '10.5', MAIN], FILES);
  expect(plain).toMatchObject({ code: 0, err: '' });
  expect(plain.out).toContain('\npermitrootlogin yes\n');
  expect(plain.out).toContain('\nbanner /g\n');
  expect(plain.out).toMatch(/^port 22\naddressfamily any\nlistenaddress \[::\]:22\n/);
  const wheel = await runCommand(['effective', '--target=10.5', '--user=a', '--groups', 'a,wheel', MAIN], FILES);
  expect(wheel.out).toContain('\nbanner /w\n');
});

test('JSON says which line decides and which are beaten', async () => {
  const { out, code } = await runCommand(['effective', '--format=json', '--target=9.2', MAIN], FILES);
  expect(code).toBe(0);
  const { target, settings } = JSON.parse(out);
  expect(target).toBe('9.2');
  const by = { path: '/etc/ssh/sshd_config.d/10-a.conf', line: 1 };
  expect(settings.find(({ keyword }: { keyword: string }) => keyword === 'PermitRootLogin')).toEqual({
    keyword: 'PermitRootLogin',
    values: ['yes'],
    default: false,
    by: [by],
    beaten: [{ path: MAIN, line: 3, by, because: 'earlier' }],
  });
  expect(settings.find(({ keyword }: { keyword: string }) => keyword === 'UsePAM')).toMatchObject({
    values: ['no'],
    default: true,
    by: [],
  });
});

test('what sshd refuses goes to standard error, with 1', async () => {
  const files = { [MAIN]: 'Include sshd_config.d/*.conf\n', '/etc/ssh/sshd_config.d/a.conf': '\nPort x\n' };
  const text = await runCommand(['effective', '--target=10.5', MAIN], files);
  expect(text).toMatchObject({ code: 1, out: '' });
  expect(text.err).toMatch(/^\/etc\/ssh\/sshd_config\.d\/a\.conf:2: .*port/);
  const json = await runCommand(['effective', '--target=10.5', '--format=json', MAIN], files);
  expect(JSON.parse(json.out).refused).toMatchObject({ phase: 'reading', line: 2 });
  const port = await runCommand(['effective', '--target=10.5', MAIN], { [MAIN]: 'Match LocalPort 22\nPermitTTY no\n' });
  expect(port.code).toBe(1);
});

test('a root stands for /, and the named file is the main file', async () => {
  const files = {
    '/tree/etc/ssh/sshd_config': 'Include other\n',
    '/tree/etc/ssh/other': 'Include /etc/ssh/more\nMaxSessions 3\n',
    '/tree/etc/ssh/more': 'MaxSessions 5\n',
  };
  const whole = await runCommand(['effective', '--root=/tree', '--target=10.5', MAIN], files);
  expect(whole.out).toContain('\nmaxsessions 5\n');
  const part = await runCommand(['effective', '--root=/tree', '--target=10.5', '/etc/ssh/more'], files);
  expect(part.out).toContain('\nmaxsessions 5\n');
});

test('wrong usage and what cannot be read end with 2', async () => {
  for (const words of [
    [],
    ['a', 'b'],
    ['--wrong', 'a'],
    ['--user'],
    ['--lport=ssh', 'a'],
    ['--target=x', 'a'],
    ['--format=text', 'a'],
  ])
    expect((await runCommand(['effective', ...words])).code).toBe(2);
  expect(await runCommand(['effective', '/gone'])).toMatchObject({
    code: 2,
    err: 'sshd-config: cannot read /gone: no such file\n',
  });
  expect((await runCommand(['effective', '--root=/gone', '/a'])).code).toBe(2);
});

test('only what is told of a connection is known', () => {
  expect(effectiveCommand(['f'])).toEqual({ kind: 'effective', file: 'f', format: 'sshd' });
  const words = [
    '--user=u',
    '--groups=a,b',
    '--host=h',
    '--addr=1.2.3.4',
    '--laddr',
    '::1',
    '--lport=22',
    '--rdomain=r',
  ];
  expect(effectiveCommand([...words, '--invalid-user', '--', '-f'])).toMatchObject({
    file: '-f',
    connection: {
      user: 'u',
      groups: ['a', 'b'],
      host: 'h',
      address: '1.2.3.4',
      localAddress: '::1',
      localPort: 22,
      rdomain: 'r',
      invalidUser: true,
    },
  });
});
