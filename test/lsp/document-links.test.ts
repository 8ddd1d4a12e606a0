// Links on the paths of a file: the server looks into each folder once, and again when the user comes back.
import { expect, test } from 'vitest';
import type { DocumentLink } from 'vscode-languageserver/node';
import { FILES_MAY_DIFFER } from '../../server/src/lsp/messages';
import { memoryFiles } from '../kit/memory-files';
import { startedClients, type TestClient } from './server-kit';

const start = startedClients();

const links = async ({ connection }: TestClient, uri: string): Promise<readonly (string | undefined)[]> => {
  const answer = await connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
  return answer.map(({ target }) => target);
};

const MAIN = 'file:///srv/web/etc/ssh/sshd_config';
const TEXT = 'Banner /etc/issue.net\nHostKey /etc/ssh/key\nHostKey /etc/ssh/gone\nPidFile /run/sshd.pid\n';

test('lead into the tree that the file lies in', async () => {
  const tree: Record<string, string> = {
    '/srv/web/etc/ssh/sshd_config': '',
    '/srv/web/etc/ssh/key': '',
    '/srv/web/etc/issue.net': '',
    '/etc/ssh/gone': 'of the host',
  };
  const files = memoryFiles(tree);
  const client = await start({ host: { files } });
  client.open(MAIN, TEXT);
  await client.pull(MAIN);
  files.asked.length = 0;
  expect(await links(client, MAIN)).toEqual(['file:///srv/web/etc/issue.net', 'file:///srv/web/etc/ssh/key']);
  expect(files.asked.toSorted()).toEqual(['/srv/web/etc/', '/srv/web/etc/ssh/', '/srv/web/run/']);
  tree['/srv/web/etc/ssh/gone'] = '';
  expect(await links(client, MAIN)).toHaveLength(2);
  expect(files.asked).toHaveLength(3);
  await client.connection.sendNotification(FILES_MAY_DIFFER);
  expect(await links(client, MAIN)).toHaveLength(3);
});

test('lead nowhere from what is not saved', async () => {
  const files = memoryFiles({ '/etc/issue.net': '' });
  const client = await start({ host: { files } });
  client.open('untitled:Untitled-1', TEXT);
  expect(await links(client, 'untitled:Untitled-1')).toEqual([]);
});
