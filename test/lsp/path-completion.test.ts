// The server lists the folder that a path leads to when completion asks for it: once, and no other.
import { expect, test } from 'vitest';
import type { CompletionList } from 'vscode-languageserver/node';
import { READ_FOLDER, type ReadFolderParams } from '../../server/src/lsp/messages';
import { memoryFiles } from '../kit/memory-files';
import { startedClients, type TestClient } from './server-kit';

const start = startedClients();

async function offered({ connection }: TestClient, uri: string, character: number): Promise<readonly string[]> {
  const { items } = await connection.sendRequest<CompletionList>('textDocument/completion', {
    textDocument: { uri },
    position: { line: 0, character },
  });
  return items.map(({ label }) => label);
}

const MAIN = 'file:///srv/web/etc/ssh/sshd_config';

test('of the tree the file lies in, by the files of the host', async () => {
  const files = memoryFiles({ '/srv/web/etc/ssh/sshd_config': '', '/srv/web/etc/motd': '', '/etc/host-only': '' });
  const client = await start({ host: { files } });
  client.open(MAIN, 'Banner /etc/\n');
  await client.pull(MAIN);
  files.asked.length = 0;
  expect(await offered(client, MAIN, 12)).toEqual(['motd', 'ssh', '/etc/issue.net', 'none']);
  expect(files.asked).toEqual(['/srv/web/etc/']);
  expect(await offered(client, MAIN, 3)).toContain('Banner');
  expect(files.asked).toHaveLength(1);
});

test('of a tree that the settings name', async () => {
  const files = memoryFiles({ '/srv/web/opt/issue': '' });
  const uri = 'file:///srv/web/my.conf';
  const client = await start({ host: { files }, settings: () => ({ roots: ['/srv/web'] }) });
  client.open(uri, 'Banner /opt/\n');
  expect(await offered(client, uri, 12)).toContain('issue');
});

test('of a file system that only the client can read', async () => {
  const client = await start({ initializationOptions: { fileRequests: true } });
  const asked: string[] = [];
  client.connection.onRequest(READ_FOLDER, ({ uri }: ReadFolderParams) => {
    asked.push(uri);
    return { entries: [{ name: '10-a.conf', kind: 'file' }] };
  });
  const uri = 'vscode-vfs://github/me/it/etc/ssh/sshd_config';
  client.open(uri, 'Include sshd_config.d/\n');
  expect(await offered(client, uri, 22)).toContain('10-a.conf');
  expect(asked).toEqual(['vscode-vfs://github/me/it/etc/ssh/sshd_config.d']);
});

test('what cannot be listed offers what there is without', async () => {
  const client = await start({});
  client.open(MAIN, 'Banner /etc/\n');
  expect(await offered(client, MAIN, 12)).toEqual(['/etc/issue.net', 'none']);
});
