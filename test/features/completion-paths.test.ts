// Paths are completed from the tree that the file lies in, one part at a time.
import { describe, expect, test } from 'vitest';
import { offeredPaths } from '../kit/offered-paths';

const ROOT = '/srv/web';
const disk = {
  [`${ROOT}/etc/ssh/sshd_config`]: '',
  [`${ROOT}/etc/ssh/ssh_config`]: '',
  [`${ROOT}/etc/ssh/ssh_host_ed25519_key`]: '',
  [`${ROOT}/etc/ssh/ssh_host_ed25519_key.pub`]: '',
  [`${ROOT}/etc/ssh/.hidden`]: '',
  [`${ROOT}/etc/ssh/sshd_config.d/10-a.conf`]: '',
  [`${ROOT}/etc/ssh/sshd_config.d/20-b.conf`]: '',
  [`${ROOT}/etc/ssh/sshd_config.d/README`]: '',
  [`${ROOT}/etc/issue.net`]: '',
  [`${ROOT}/etc/100%`]: '',
  [`${ROOT}/opt/My Tools/run it.sh`]: '',
  [`${ROOT}/opt/tool`]: '',
  '/etc/secret': '',
};
const at = (marked: string, more: object = {}) => offeredPaths(marked, { disk, ...more });

describe('an empty word', () => {
  test('has the files beside the configuration, the likely ones first, hidden ones last', async () => {
    const { labels, after } = await at('HostKey <|>');
    expect(labels).toEqual([
      '/etc/ssh/ssh_host_ed25519_key',
      '/etc/ssh/ssh_config',
      '/etc/ssh/ssh_host_ed25519_key.pub',
      '/etc/ssh/sshd_config',
      '/etc/ssh/sshd_config.d',
      '/etc/ssh/.hidden',
    ]);
    expect(after('/etc/ssh/ssh_host_ed25519_key')).toBe('HostKey /etc/ssh/ssh_host_ed25519_key');
    expect(after('/etc/ssh/sshd_config.d')).toBe('HostKey /etc/ssh/sshd_config.d/');
  });
  test('is found by the name alone', async () => {
    const { items, after } = await at('HostKey ssh_h<|>');
    expect(items.find(({ label }) => label === '/etc/ssh/ssh_host_ed25519_key')?.filterText).toBe(
      'ssh_host_ed25519_key',
    );
    expect(after('/etc/ssh/ssh_host_ed25519_key')).toBe('HostKey /etc/ssh/ssh_host_ed25519_key');
  });
  test('of a program or a folder has the top of the tree', async () => {
    expect((await at('ForceCommand <|>')).labels).toEqual(['/etc', '/opt']);
    expect((await at('Match User x\n  ChrootDirectory <|>')).labels).toEqual(['/etc', '/opt']);
  });
});

describe('a path', () => {
  test('goes on part by part, and a folder asks the editor to offer again', async () => {
    const { labels, after, items } = await at('Banner /<|>');
    expect(labels).toEqual(['etc', 'opt']);
    expect(after('etc')).toBe('Banner /etc/');
    expect(items.find(({ label }) => label === 'etc')?.command?.command).toBe('again');
    expect((await at('Banner /etc/is<|>')).after('issue.net')).toBe('Banner /etc/issue.net');
  });
  test('is changed in its middle', async () => {
    expect((await at('Banner /e<|>tc/issue.net')).after('opt')).toBe('Banner /opt/issue.net');
  });
  test('is one of several words, or stands behind the name of a subsystem', async () => {
    expect((await at('AuthorizedKeysFile a /etc/<|>')).labels).toContain('issue.net');
    expect((await at('Subsystem sftp /opt/<|>')).after('tool')).toBe('Subsystem sftp /opt/tool');
    expect((await at('Subsystem /opt/<|>')).labels).toEqual([]);
    expect((await at('AuthorizedKeysCommand /opt/<|> %u')).after('tool')).toBe('AuthorizedKeysCommand /opt/tool %u');
  });
  test('to a folder is offered no files', async () => {
    expect((await at('ChrootDirectory /opt/<|>')).labels).toEqual(['My Tools']);
  });
  test('with a blank is quoted, where sshd takes the quotes off', async () => {
    expect((await at('Banner /opt/<|>')).after('My Tools')).toBe('Banner "/opt/My Tools/');
    expect((await at('Banner "/opt/My Tools/<|>')).after('run it.sh')).toBe('Banner "/opt/My Tools/run it.sh');
    expect((await at('ForceCommand /opt/<|>')).labels).toEqual(['tool']);
  });
  test('has percent tokens where they are replaced, and a percent sign written as one', async () => {
    expect((await at('AuthorizedKeysFile /etc/<|>')).all).toContain('%u');
    expect((await at('AuthorizedKeysFile /etc/<|>')).after('100%')).toBe('AuthorizedKeysFile /etc/100%%');
    expect((await at('Banner /etc/<|>')).all).not.toContain('%u');
    expect((await at('Banner /etc/<|>')).after('100%')).toBe('Banner /etc/100%');
  });
  test('that depends on who logs in is not looked up, nor one from the home', async () => {
    expect((await at('AuthorizedKeysFile /etc/%u/<|>')).labels).toEqual([]);
    expect((await at('AuthorizedKeysFile .ssh/<|>')).labels).toEqual([]);
  });
});

describe('Include', () => {
  test('has files, folders, and all of them at once', async () => {
    const { all, after } = await at('Include /etc/ssh/sshd_config.d/<|>');
    expect(all.slice(0, 4)).toEqual(['*.conf', '10-a.conf', '20-b.conf', 'README']);
    expect(after('*.conf')).toBe('Include /etc/ssh/sshd_config.d/*.conf');
  });
  test('looks beside the configuration for what is not absolute', async () => {
    expect((await at('Include sshd_config.d/<|>')).after('10-a.conf')).toBe('Include sshd_config.d/10-a.conf');
    expect((await at('Include sshd_config.d/<|>', { target: '8.2' })).labels).toEqual([]);
  });
  test('does not offer the file itself, nor what stands behind a wildcard', async () => {
    expect((await at('Include /etc/ssh/<|>')).labels).not.toContain('sshd_config');
    expect((await at('Include /etc/ss*/<|>')).labels).toEqual([]);
  });
});

describe('the tree', () => {
  test('is the one the file lies in', async () => {
    expect((await at('Banner /etc/<|>')).labels).not.toContain('secret');
    expect((await at('Banner /etc/<|>', { uri: 'file:///etc/ssh/sshd_config' })).labels).toEqual(['secret']);
  });
  test('of a copy is the folder that stands for /etc/ssh, and nothing of this machine', async () => {
    const uri = 'file:///srv/web/etc/sshd_config';
    expect((await at('Banner /etc/<|>', { uri })).labels).toEqual([]);
    expect((await at('Banner /etc/ssh/<|>', { uri })).labels).toContain('issue.net');
    expect((await at('Banner /etc/ssh/<|>', { uri: 'untitled:sshd_config' })).labels).toEqual([]);
  });
  test('with more names than anybody reads gives those that begin so, and is asked again', async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${ROOT}/opt/f${index}`, '']));
    const all = await offeredPaths('Banner /opt/<|>', { disk: many });
    expect(all.labels).toHaveLength(300);
    expect(all.isIncomplete).toBe(true);
    const some = await offeredPaths('Banner /opt/F99<|>', { disk: many });
    expect(some.labels).toHaveLength(11);
  });
});

test('what a build does not read, and what is no path, gets none', async () => {
  expect((await at('UsePAM /<|>')).labels).toEqual([]);
  expect((await at('VersionAddendum /<|>')).labels).toEqual([]);
  expect((await at('# Banner /<|>')).labels).toEqual([]);
});
