// What the files around a configuration tell: the system it lies on, its byte order mark.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../server/src/hosts/node-file-system';
import { startsWithByteOrderMark } from '../../server/src/workspace/byte-order-mark';
import { systemRoot } from '../../server/src/workspace/root-mapping';
import { systemTargets } from '../../server/src/workspace/system-target';

let folder: string;
const uriOf = (...names: string[]) => pathToFileURL(path.join(folder, ...names)).href;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sshd-config-'));
  await mkdir(path.join(folder, 'web', 'etc', 'ssh', 'sshd_config.d'), { recursive: true });
  await writeFile(
    path.join(folder, 'web', 'etc', 'os-release'),
    'NAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n',
  );
  await writeFile(path.join(folder, 'marked'), '\ufeffPort 22\n');
  await writeFile(path.join(folder, 'short'), '\xef');
});

afterAll(() => rm(folder, { recursive: true }));

describe('systemRoot', () => {
  it.each([
    ['file:///etc/ssh/sshd_config', 'file://'],
    ['file:///srv/web/etc/ssh/sshd_config.d/10-a.conf', 'file:///srv/web'],
    ['vscode-vfs://github/me/it/etc/ssh/sshd_config', 'vscode-vfs://github/me/it'],
    ['file:///home/me/sshd_config', undefined],
    ['file:///home/etc/sshd/config', undefined],
    ['git:/x/sshd_config?/etc/ssh/sshd_config', undefined],
  ])('of %s is %s', (uri, root) => {
    expect(systemRoot(uri)).toBe(root);
  });
});

describe('systemTargets', () => {
  it('reads os-release beside the tree, once until forgotten', async () => {
    let reads = 0;
    const files = {
      ...nodeFileSystem,
      read: (uri: string, maxBytes: number) => {
        reads++;
        return nodeFileSystem.read(uri, maxBytes);
      },
    };
    const systems = systemTargets(files);
    const main = uriOf('web', 'etc', 'ssh', 'sshd_config');
    expect((await systems.targetOf(main))?.id).toBe('ubuntu-24.04');
    expect((await systems.targetOf(uriOf('web', 'etc', 'ssh', 'sshd_config.d', 'a.conf')))?.id).toBe('ubuntu-24.04');
    expect(reads).toBe(1);
    systems.forgetAll();
    await systems.targetOf(main);
    expect(reads).toBe(2);
  });

  it('finds nothing where there is no os-release', async () => {
    expect(await systemTargets(nodeFileSystem).targetOf(uriOf('mail', 'etc', 'ssh', 'sshd_config'))).toBeUndefined();
  });
});

describe('startsWithByteOrderMark', () => {
  it.each([
    ['marked', true],
    ['short', false],
    ['missing', false],
    ['web', false],
  ])('says of %s: %s', async (name, marked) => {
    expect(await startsWithByteOrderMark(nodeFileSystem, uriOf(name))).toBe(marked);
  });

  it('says no for what is no file', async () => {
    expect(await startsWithByteOrderMark(nodeFileSystem, 'untitled:Untitled-1')).toBe(false);
  });
});
