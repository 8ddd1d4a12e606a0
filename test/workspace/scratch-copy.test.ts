// What the installed sshd is given of a tree: which files, and where Include points.
import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../server/src/syntax/tree';
import { LARGEST_FILE } from '../../server/src/workspace/file-system';
import { scratchCopy } from '../../server/src/workspace/scratch-copy';
import { memoryFiles } from '../kit/memory-files';

const ROOT = 'file:///srv/web';
const MAIN = `${ROOT}/etc/ssh/sshd_config`;

async function copied(
  text: string,
  others: Readonly<Record<string, string | undefined>> = {},
  root: string | undefined = ROOT,
  dialect: Dialect = 'argv-split',
) {
  const files = memoryFiles(
    Object.fromEntries(Object.entries(others).map(([path, content]) => [path, content ?? { failure: 'unreadable' }])),
    ROOT,
  );
  const copy = await scratchCopy(
    { uri: MAIN, bytes: new TextEncoder().encode(text), ...(root === '' ? {} : { root }) },
    { read: (uri) => files.read(uri, LARGEST_FILE), entries: files.entries },
    dialect,
  );
  const written = copy
    .filesIn('/scratch')
    .map(({ path, bytes }) => [path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]);
  return { ...copy, written: Object.fromEntries(written) as Record<string, string> };
}

describe('scratchCopy', () => {
  it('leaves a file outside any tree as it is', async () => {
    const text = '\ufeffPort 22\r\nInclude /etc/ssh/sshd_config.d/*.conf\r\n';
    const { written, origins } = await copied(text, {}, '');
    expect(written).toEqual({ sshd_config: text });
    expect([...origins]).toEqual([['sshd_config', MAIN]]);
  });

  it('copies what a tree includes, and what that includes, line by line', async () => {
    const { written, origins } = await copied(
      'Include /etc/ssh/sshd_config.d/*.conf other.conf # mine\nPort 22\n  include "sshd_config.d/10 a.conf"\n',
      {
        '/etc/ssh/sshd_config.d/10 a.conf': 'Include deep/*\n',
        '/etc/ssh/sshd_config.d/20-b.conf': 'Port 2\n',
        '/etc/ssh/sshd_config.d/.hidden.conf': 'Port 3\n',
        '/etc/ssh/sshd_config.d/30.conf.bak': 'Port 4\n',
        '/etc/ssh/other.conf': 'Port 5\n',
        '/etc/ssh/ssh_host_rsa_key': 'secret',
        '/etc/ssh/deep/x': 'Port 6\n',
      },
    );
    expect(written).toEqual({
      sshd_config:
        'Include "/scratch/root/etc/ssh/sshd_config.d/*.conf" "/scratch/root/etc/ssh/other.conf" # mine\nPort 22\n  include "/scratch/root/etc/ssh/sshd_config.d/10 a.conf"\n',
      'root/etc/ssh/sshd_config.d/10 a.conf': 'Include "/scratch/root/etc/ssh/deep/*"\n',
      'root/etc/ssh/sshd_config.d/20-b.conf': 'Port 2\n',
      'root/etc/ssh/other.conf': 'Port 5\n',
      'root/etc/ssh/deep/x': 'Port 6\n',
    });
    expect(origins.get('root/etc/ssh/deep/x')).toBe(`${ROOT}/etc/ssh/deep/x`);
  });

  it('follows a file that includes itself once', async () => {
    const { written } = await copied('Include sshd_config\n', { '/etc/ssh/sshd_config': 'Include sshd_config\n' });
    expect(Object.keys(written)).toEqual(['sshd_config', 'root/etc/ssh/sshd_config']);
  });

  it.each(['../x', '/etc/ssh/../../x', '~/x', '"a\\"b"', 'a\\\\b', '""', '/', '#x'])(
    'leaves Include %s to sshd',
    async (argument) => {
      const text = `Include ${argument}\n`;
      expect((await copied(text)).written).toEqual({ sshd_config: text });
    },
  );

  it('names what is listed and cannot be read', async () => {
    const { unreadable } = await copied('Include conf.d/*\n', { '/etc/ssh/conf.d/a': undefined });
    expect(unreadable).toEqual([`${ROOT}/etc/ssh/conf.d/a`]);
  });

  it('splits words as the sshd that is run', async () => {
    const text = "Include 'a b'\n";
    expect((await copied(text)).written.sshd_config).toBe('Include "/scratch/root/etc/ssh/a b"\n');
    expect((await copied(text, {}, ROOT, 'strdelim')).written.sshd_config).toBe(
      'Include "/scratch/root/etc/ssh/\'a" "/scratch/root/etc/ssh/b\'"\n',
    );
  });
});
