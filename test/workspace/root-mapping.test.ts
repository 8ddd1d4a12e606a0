// Which folder stands for `/`, and which file sshd would be started with.
import { describe, expect, it } from 'vitest';
import { mappingFor, systemRoot, treeMapping } from '../../server/src/workspace/root-mapping';
import { rootUris } from '../../server/src/workspace/root-setting';

describe('systemRoot', () => {
  it.each([
    ['file:///usr/etc/ssh/sshd_config', 'file://'],
    ['file:///srv/web/usr/etc/ssh/sshd_config', 'file:///srv/web'],
    ['file:///c%3A/ProgramData/ssh/sshd_config', 'file:///c%3A'],
    ['file:///srv/win/programdata/ssh/sshd_config.d/a.conf', 'file:///srv/win'],
  ])('of %s is %s', (uri, root) => {
    expect(systemRoot(uri)).toBe(root);
  });
});

describe('a tree', () => {
  const mapping = mappingFor('vscode-vfs://github/me/it/web/etc/ssh/sshd_config.d/a.conf', [], 'folder');

  it('is where every path lies', () => {
    expect(mapping.uriOf('/etc/ssh/a b')).toBe('vscode-vfs://github/me/it/web/etc/ssh/a%20b');
    expect(mapping.uriOf('/etc/ssh/../../../x//./y')).toBe('vscode-vfs://github/me/it/web/x/y');
    expect(mapping.pathOf('vscode-vfs://github/me/it/web/opt/a%20b')).toBe('/opt/a b');
  });

  it('has its main file in etc/ssh, else in usr/etc/ssh', () => {
    expect(mapping.mains.slice(0, 2)).toEqual([
      'vscode-vfs://github/me/it/web/etc/ssh/sshd_config',
      'vscode-vfs://github/me/it/web/usr/etc/ssh/sshd_config',
    ]);
  });
});

describe('a copy without etc/ssh in its path', () => {
  const mapping = mappingFor('file:///home/me/dotfiles/sshd_config.d/10-a.conf', [], 'folder');

  it('stands for /etc/ssh, the main file beside sshd_config.d', () => {
    expect(mapping.mains).toEqual(['file:///home/me/dotfiles/sshd_config']);
    expect(mapping.uriOf('/etc/ssh/sshd_config.d/x')).toBe('file:///home/me/dotfiles/sshd_config.d/x');
    expect(mapping.uriOf('/etc/ssh')).toBe('file:///home/me/dotfiles');
    expect(mapping.uriOf('C:/ProgramData/ssh/x')).toBe('file:///home/me/dotfiles/x');
    expect(mapping.pathOf('file:///home/me/dotfiles/sshd_config.d/x')).toBe('/etc/ssh/sshd_config.d/x');
  });

  it('leads to this machine for other paths, unless it lies elsewhere', () => {
    expect(mapping.uriOf('/usr/share/x')).toBe('file:///usr/share/x');
    const remote = mappingFor('vscode-vfs://github/me/it/sshd_config', [], 'folder');
    expect(remote.uriOf('/usr/share/x')).toBeUndefined();
    expect(remote.uriOf('/etc/ssh/x')).toBe('vscode-vfs://github/me/it/x');
  });

  it('is read from this machine by the command line', () => {
    const host = mappingFor('file:///tmp/sshd_config.d/a.conf', [], 'host');
    expect(host.uriOf('/etc/ssh/x')).toBe('file:///etc/ssh/x');
    expect(host.pathOf('file:///tmp/a')).toBe('/tmp/a');
    expect(host.mains).toEqual(['file:///tmp/sshd_config']);
  });

  it('that is not saved lies nowhere', () => {
    expect(mappingFor('untitled:/x/sshd_config', [], 'folder').uriOf('/etc/ssh/x')).toBeUndefined();
  });
});

describe('Windows', () => {
  it('keeps its drive on this machine, and has none in a tree', () => {
    expect(treeMapping('file://', false).uriOf('C:\\ProgramData\\ssh\\a')).toBe('file:///C%3A/ProgramData/ssh/a');
    expect(treeMapping('file:///srv/win', false).uriOf('C:/ProgramData/ssh/a')).toBe(
      'file:///srv/win/ProgramData/ssh/a',
    );
  });
});

describe('roots of the settings', () => {
  const folders = ['file:///home/me/repo'];

  it.each([
    ['files', 'file:///home/me/repo/x', ['file:///home/me/repo/files']],
    ['./a b/', 'file:///home/me/repo/x', ['file:///home/me/repo/a%20b']],
    ['/srv/web', 'vscode-remote://ssh+host/x/y', ['vscode-remote://ssh+host/srv/web']],
    ['C:\\image', 'file:///x', ['file:///C%3A/image']],
    ['files', 'file:///elsewhere/x', []],
  ])('%s is for %s %j', (root, uri, uris) => {
    expect(rootUris([root], uri, folders)).toEqual(uris);
  });

  it('count when they hold the file, before what its path shows', () => {
    const uri = 'file:///home/me/repo/files/etc/ssh/x/etc/ssh/a.conf';
    expect(mappingFor(uri, ['file:///other', 'file:///home/me/repo/files'], 'folder').root).toBe(
      'file:///home/me/repo/files',
    );
  });
});
