// A configuration is loaded until nothing is wanted: bounded, whatever lies on the disk.
import { describe, expect, it } from 'vitest';
import { catalogAt } from '../../server/src/catalog/catalog';
import { readConfiguration } from '../../server/src/model/configuration';
import { loadAround } from '../../server/src/workspace/config-loader';
import { diskCache } from '../../server/src/workspace/disk-cache';
import type { FileSystem } from '../../server/src/workspace/file-system';
import { mappingFor } from '../../server/src/workspace/root-mapping';
import { memoryFiles } from '../kit/memory-files';
import { type FileContent, targetOf } from '../kit/snapshot';

const MAIN = 'file:///etc/ssh/sshd_config';
const catalog = catalogAt(targetOf());
const NOTHING_OPEN = { uris: () => [], source: () => undefined };

async function loaded(files: FileSystem, uri = MAIN) {
  const mapping = mappingFor(uri, [], 'host');
  const set = await loadAround(uri, { mapping, open: NOTHING_OPEN, catalogOf: () => catalog }, diskCache(files));
  return readConfiguration(set, catalog);
}

/** Each file that the Includes find: its path and what became of it. */
async function found(files: Readonly<Record<string, FileContent>>) {
  const { includes, wanted } = await loaded(memoryFiles(files));
  expect(wanted).toEqual({ patterns: [], uris: [] });
  return includes.flatMap((include) =>
    (include.files ?? []).map((one) => [one.uri.replace('file://', ''), one.kind === 'failed' ? one.reason : one.kind]),
  );
}

describe('what an Include finds', () => {
  it('is every file that fits, folders of the path too, in the order of bytes', async () => {
    const files = {
      '/etc/ssh/sshd_config': 'Include */b*.conf [a-z]/../plain /etc/ssh/none ~/x\n',
      '/etc/ssh/x/b.conf': '',
      '/etc/ssh/x/.b.conf': '',
      '/etc/ssh/B/b10.conf': '',
      '/etc/ssh/B/b9.conf': '',
      '/etc/ssh/plain': '',
    };
    expect(await found(files)).toEqual([
      ['/etc/ssh/B/b10.conf', 'read'],
      ['/etc/ssh/B/b9.conf', 'read'],
      ['/etc/ssh/x/b.conf', 'read'],
      ['/etc/ssh/plain', 'read'],
    ]);
  });

  it('may not be readable', async () => {
    const files = {
      '/etc/ssh/sshd_config': 'Include d/* secret/* sub\n',
      '/etc/ssh/d/a': { failure: 'dangling-link' },
      '/etc/ssh/d/b': { failure: 'unreadable' },
      '/etc/ssh/d/c/x': '',
      '/etc/ssh/secret': { failure: 'unreadable' },
      '/etc/ssh/sub/x': '',
    } as const;
    expect(await found(files)).toEqual([
      ['/etc/ssh/d/a', 'dangling-link'],
      ['/etc/ssh/d/b', 'unreadable'],
      ['/etc/ssh/d/c', 'folder'],
      ['/etc/ssh/secret', 'unreadable'],
      ['/etc/ssh/sub', 'folder'],
    ]);
  });

  it('may be itself', async () => {
    expect(await found({ '/etc/ssh/sshd_config': 'Include sshd_*\n' })).toEqual([['/etc/ssh/sshd_config', 'loop']]);
  });

  it('may be bytes of any kind', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7919) % 256);
    const files: FileSystem = {
      read: async (uri) => (uri === MAIN ? new TextEncoder().encode('Include d/*\n') : bytes),
      entries: async () => [{ name: 'a', kind: 'file' }],
    };
    const { readings } = await loaded(files);
    expect(readings.map(({ file }) => file.text.length)).toEqual([12, 70_000]);
  });

  it('may be too large', async () => {
    const bytes = new Uint8Array(16 * 1024 * 1024 + 1);
    const files: FileSystem = {
      read: async (uri) => (uri === MAIN ? new TextEncoder().encode('Include big\n') : bytes),
      entries: async () => 'missing',
    };
    const { includes } = await loaded(files);
    expect(includes[0]?.files?.[0]).toMatchObject({ kind: 'failed', reason: 'too-large' });
  });
});

describe('bounds', () => {
  it('hold for ten thousand drop-ins and more', async () => {
    const names = Array.from({ length: 12_000 }, (_, index) => `${index}.conf`);
    let reads = 0;
    const files: FileSystem = {
      read: async (uri) => {
        reads++;
        return new TextEncoder().encode(uri === MAIN ? 'Include d/*\n' : 'AcceptEnv A\n');
      },
      entries: async () => names.map((name) => ({ name, kind: 'file' })),
    };
    const { includes, readings } = await loaded(files);
    const last = includes[0]?.files ?? [];
    expect(reads).toBeLessThanOrEqual(10_001);
    expect(readings.length).toBeGreaterThan(9_000);
    expect(last.at(-1)).toMatchObject({ kind: 'failed', reason: 'too-many' });
  });

  it('hold for a pattern over an endless disk', async () => {
    let listed = 0;
    const files: FileSystem = {
      read: async (uri) => (uri === MAIN ? new TextEncoder().encode('Include /*/*/*/*/*\n') : 'folder'),
      entries: async () => {
        listed++;
        return Array.from({ length: 40 }, (_, index) => ({ name: `d${index}`, kind: 'folder' }));
      },
    };
    const { includes } = await loaded(files);
    expect(listed).toBeLessThanOrEqual(2_000);
    expect(includes[0]?.files?.some((one) => one.kind === 'failed' && one.reason === 'too-many')).toBe(true);
  });
});

describe('the main file of a drop-in', () => {
  const drop = 'file:///etc/ssh/sshd_config.d/a.conf';

  it('is the first that reads it', async () => {
    const files = {
      '/usr/etc/ssh/sshd_config': 'Include /etc/ssh/sshd_config.d/*\n',
      '/etc/ssh/sshd_config.d/a.conf': '',
    };
    expect((await loaded(memoryFiles(files), drop)).main.file.path).toBe('/usr/etc/ssh/sshd_config');
  });

  it('is itself where none does', async () => {
    const files = { '/etc/ssh/sshd_config': 'Port 22\n', '/etc/ssh/sshd_config.d/a.conf': '' };
    expect((await loaded(memoryFiles(files), drop)).main.file.uri).toBe(drop);
  });
});
