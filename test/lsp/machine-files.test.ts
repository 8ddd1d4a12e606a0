// What the machine's own configuration names is looked up on it; what lies elsewhere is for another machine.
import { expect, test } from 'vitest';
import { machineFilesIn, memoryFiles } from '../kit/memory-files';
import { startedClients, type TestClient } from './server-kit';

const start = startedClients();

const RULES = ['named-file-missing', 'configuration-open-to-others'];
const found = async (client: TestClient, uri: string): Promise<readonly string[]> =>
  (await client.pull(uri))
    .filter(({ code }) => RULES.includes(String(code)))
    .map(({ code, range }) => `${range.start.line + 1} ${code}`);

const TEXT = `Include /etc/ssh/sshd_config.d/*.conf
HostKey /etc/ssh/ssh_host_rsa_key
HostKey /etc/ssh/ssh_host_dsa_key
Banner /etc/issue.net
`;
const TREE = {
  '/etc/ssh/sshd_config': TEXT,
  '/etc/ssh/sshd_config.d/50-site.conf': 'TrustedUserCAKeys /etc/ssh/ca/users.pub\n',
  '/etc/ssh/ssh_host_rsa_key': '',
};
const MAIN = 'file:///etc/ssh/sshd_config';
const DROP_IN = 'file:///etc/ssh/sshd_config.d/50-site.conf';

test("missing files and open ones are told of the machine's own configuration, its drop-ins too", async () => {
  const modes = { '/etc/ssh/sshd_config': 0o666, '/etc/ssh/ssh_host_rsa_key': 0o640 };
  const client = await start({ host: { files: machineFilesIn(TREE, modes) } });
  client.open(MAIN, TEXT);
  expect(await found(client, MAIN)).toEqual([
    '1 configuration-open-to-others',
    '2 configuration-open-to-others',
    '3 named-file-missing',
    '4 named-file-missing',
  ]);
  client.open(DROP_IN, TREE['/etc/ssh/sshd_config.d/50-site.conf']);
  expect(await found(client, DROP_IN)).toEqual(['1 named-file-missing']);
});

test('what comes later is seen after a save', async () => {
  const tree: Record<string, string> = { ...TREE };
  const client = await start({ host: { files: machineFilesIn(tree, { '/etc/ssh/ssh_host_rsa_key': 0o600 }) } });
  client.open(MAIN, TEXT);
  expect(await found(client, MAIN)).toEqual(['3 named-file-missing', '4 named-file-missing']);
  tree['/etc/issue.net'] = 'Hello\n';
  await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: MAIN } });
  expect(await found(client, MAIN)).toEqual(['3 named-file-missing']);
});

test.each([
  ['a copy elsewhere on the machine', 'file:///srv/web/etc/ssh/sshd_config'],
  ['a file of another name', 'file:///home/me/sshd_config'],
])('nothing of %s', async (_, uri) => {
  const client = await start({ host: { files: machineFilesIn({ ...TREE, [uri.slice(7)]: TEXT }) } });
  client.open(uri, TEXT);
  expect(await found(client, uri)).toEqual([]);
});

test('nobody waits for a drive that does not answer', async () => {
  const files = machineFilesIn(TREE);
  const entries: typeof files.entries = (uri) =>
    uri.startsWith('file:///net/') ? new Promise(() => undefined) : files.entries(uri);
  const text = 'AuthorizedKeysCommand /net/tools/keys\nPrt 22\n';
  const client = await start({ host: { files: { ...files, entries } } });
  client.open(MAIN, text);
  expect((await client.pull(MAIN)).map(({ code }) => code)).toContain('unknown-directive');
});

test("nothing where the file system is not the machine's own", async () => {
  const client = await start({ host: { files: memoryFiles(TREE) } });
  client.open(MAIN, TEXT);
  expect(await found(client, MAIN)).toEqual([]);
});
