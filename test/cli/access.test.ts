// `sshd-config access`, with a world of its own.
import { expect, test } from 'vitest';
import { accessCommand } from '../../server/src/cli/access-arguments';
import { runCommand } from '../kit/cli-world';

const MAIN = '/etc/ssh/sshd_config';
const FILES = {
  [MAIN]: 'Include sshd_config.d/*.conf\nUsePAM yes\nMatch Address 10.0.0.0/8\nPasswordAuthentication yes\n',
  '/etc/ssh/sshd_config.d/10-a.conf':
    'PermitRootLogin no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nAllowGroups staff\n',
};

test('a table over all files', async () => {
  const { out, err, code } = await runCommand(['access', '--target', '9.2', MAIN], FILES);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(
    [
      'root                 anywhere         no: not in AllowGroups',
      'root in group staff  anywhere         no: PermitRootLogin no',
      'group staff          from 10.0.0.0/8  public key or password',
      'group staff          anywhere else    public key',
      'everybody else       anywhere         no: not in AllowGroups',
      '',
    ].join('\n'),
  );
});

test('JSON names the lines that decide and an example', async () => {
  const { out } = await runCommand(['access', '--target=9.2', '--format=json', MAIN], FILES);
  const { target, rows, complete } = JSON.parse(out);
  expect({ target, complete }).toEqual({ target: '9.2', complete: true });
  expect(rows[1]).toMatchObject({
    who: 'root in group staff',
    letIn: false,
    reason: 'PermitRootLogin no',
    by: ['/etc/ssh/sshd_config.d/10-a.conf:1'],
    example: { user: 'root', groups: ['root', 'staff'] },
  });
  expect(rows[2]).toMatchObject({ letIn: true, ways: [['publickey'], ['password']], from: 'from 10.0.0.0/8' });
});

test('1 where nobody can log in, and where sshd does not start', async () => {
  const nobody = await runCommand(['access', MAIN], { [MAIN]: 'DenyUsers *\n' });
  expect(nobody).toMatchObject({ code: 1, err: '' });
  const refused = await runCommand(['access', MAIN], { [MAIN]: '\nPort x\n' });
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toMatch(/^sshd-config: sshd does not start: \/etc\/ssh\/sshd_config:2: /);
});

test('2 where the file cannot be read, the folder is missing or the words are wrong', async () => {
  expect((await runCommand(['access', '/none'])).code).toBe(2);
  expect((await runCommand(['access', '--root=/none', MAIN], FILES)).code).toBe(2);
  expect(accessCommand([])).toBe('access takes one file');
  expect(accessCommand(['a', 'b'])).toBe('access takes one file');
  expect(accessCommand(['--format=sshd', 'a'])).toMatch(/^unknown format/);
  expect(accessCommand(['--target=9.99', 'a'])).toMatch(/^unknown target/);
  expect(accessCommand(['--user', 'a'])).toBe('unknown option --user');
  expect(accessCommand(['--root'])).toBe('--root needs a value');
  expect(accessCommand(['--', '-x'])).toMatchObject({ file: '-x', format: 'text' });
});
