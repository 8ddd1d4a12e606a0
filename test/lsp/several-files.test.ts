// The server judges a file in its whole configuration: what is open goes before what is on disk, and nothing is read twice.
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { FILES_MAY_DIFFER } from '../../server/src/lsp/messages';
import { memoryFiles } from '../kit/memory-files';
import type { FileContent } from '../kit/snapshot';
import { type ClientOptions, PULLING, startedClients } from './server-kit';

const SSH = 'file:///srv/web/etc/ssh';
const MAIN = `${SSH}/sshd_config`;
const DROP_IN = `${SSH}/sshd_config.d/10-a.conf`;
const startClient = startedClients();

/** The files lie in /srv/web/etc/ssh unless their names begin with a slash. */
async function start(named: Readonly<Record<string, FileContent>>, options: ClientOptions = {}) {
  const placed = Object.entries(named).map(([name, content]) => [placeOf(name), content]);
  const disk: Record<string, FileContent> = Object.fromEntries(placed);
  const files = memoryFiles(disk);
  const client = await startClient({ ...options, host: { files } });
  const rules = async (uri: string) => (await client.pull(uri)).map(brief);
  const changed = (uri: string) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  return { ...client, disk, files, rules, changed };
}

function placeOf(name: string): string {
  return name.startsWith('/') ? name : `/srv/web/etc/ssh/${name}`;
}

function brief({ code, range }: Diagnostic): string {
  return `${range.start.line + 1}: ${String(code)}`;
}

const line = (number: number, from: number, to: number, text: string) => ({
  range: { start: { line: number, character: from }, end: { line: number, character: to } },
  text,
});

const INCLUDING = 'Include /etc/ssh/sshd_config.d/*.conf\nUsePAM yes\n';

describe('an open main file', () => {
  it('shows what its drop-ins do to it, read from the disk', async () => {
    const client = await start({ sshd_config: INCLUDING, 'sshd_config.d/10-a.conf': 'Prot 22\n' });
    client.open(MAIN, INCLUDING);
    const [refused] = (await client.pull(MAIN)).filter(({ code }) => code === 'included-file-refused');
    expect(refused?.relatedInformation?.[0]?.location).toEqual({
      uri: DROP_IN,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
    });
  });

  it('reads nothing for an edit that changes no Include, and only what is new for one that does', async () => {
    const client = await start({ sshd_config: INCLUDING, 'sshd_config.d/10-a.conf': '', 'other/x': 'Prot 22\n' });
    client.open(MAIN, INCLUDING);
    await client.pull(MAIN);
    client.files.asked.length = 0;
    client.edit(MAIN, 2, [line(1, 7, 10, 'no')]);
    await client.pull(MAIN);
    expect(client.files.asked).toEqual([]);
    client.edit(MAIN, 3, [line(1, 0, 0, 'Include other/*\n')]);
    expect(await client.rules(MAIN)).toContain('2: included-file-refused');
    const ofFiles = client.files.asked.filter((path) => path.includes('/other/'));
    expect(ofFiles).toEqual(['/srv/web/etc/ssh/other/', '/srv/web/etc/ssh/other/x']);
    expect(client.files.asked.filter((path) => path.includes('sshd_config.d'))).toEqual([]);
  });

  it('follows what happens on the disk', async () => {
    const client = await start({ sshd_config: INCLUDING });
    client.open(MAIN, INCLUDING);
    expect(await client.rules(MAIN)).not.toContain('1: included-file-refused');
    client.disk[placeOf('sshd_config.d/10-a.conf')] = 'Prot 22\n';
    await client.changed(DROP_IN);
    expect(await client.rules(MAIN)).toContain('1: included-file-refused');
    client.disk[placeOf('sshd_config.d/10-a.conf')] = 'Port 22\n';
    await client.connection.sendNotification(FILES_MAY_DIFFER, {});
    expect(await client.rules(MAIN)).not.toContain('1: included-file-refused');
    await client.settled();
    expect(client.refreshes()).toBeGreaterThan(0);
  });
});

describe('an open drop-in', () => {
  it('is judged with its main file, whose target comment counts for it', async () => {
    const client = await start({ sshd_config: `# sshd-config: target=debian-11\n${INCLUDING}` });
    client.open(DROP_IN, 'Port 22\n');
    await client.pull(DROP_IN);
    expect(client.statuses.at(-1)).toMatchObject({ uri: DROP_IN, target: 'debian-11', source: 'comment' });
  });

  it('shows at once in the main file, saved or not, and is as on disk again when it is closed', async () => {
    const client = await start({ sshd_config: INCLUDING, 'sshd_config.d/10-a.conf': 'Port 22\n' });
    client.open(MAIN, INCLUDING);
    client.open(DROP_IN, 'Port 22\n');
    expect(await client.rules(MAIN)).not.toContain('1: included-file-refused');
    await client.pull(DROP_IN);
    client.edit(DROP_IN, 2, [line(0, 0, 4, 'Prot')]);
    expect(await client.rules(MAIN)).toContain('1: included-file-refused');
    await client.settled();
    expect(client.refreshes()).toBeGreaterThan(0);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: DROP_IN } });
    expect(await client.rules(MAIN)).not.toContain('1: included-file-refused');
  });

  it('that is new is found before it is saved', async () => {
    const client = await start({ sshd_config: INCLUDING });
    client.open(MAIN, INCLUDING);
    client.open(DROP_IN, 'Prot 22\n');
    expect(await client.rules(MAIN)).toContain('1: included-file-refused');
  });

  it('stands alone while its main file does not read it', async () => {
    const main = '# sshd-config: target=debian-11\nUsePAM yes\n';
    const client = await start({ sshd_config: main });
    client.open(MAIN, main);
    client.open(DROP_IN, 'Port 22\n');
    await client.pull(DROP_IN);
    await client.pull(MAIN);
    client.edit(MAIN, 2, [line(1, 0, 0, 'Include sshd_config.d/*\n')]);
    await client.pull(MAIN);
    await client.pull(DROP_IN);
    await client.settled();
    const targets = client.statuses.filter(({ uri }) => uri === DROP_IN).map(({ target }) => target);
    expect(targets.at(-1)).toBe('debian-11');
    expect(targets[0]).not.toBe('debian-11');
  });

  it('is told by push too', async () => {
    const client = await start({ sshd_config: INCLUDING }, { capabilities: {} });
    client.open(MAIN, INCLUDING);
    client.open(DROP_IN, 'Port 22\n');
    client.edit(DROP_IN, 2, [line(0, 0, 4, 'Prot')]);
    await expect
      .poll(() => client.published.findLast(({ uri }) => uri === MAIN)?.diagnostics.map(brief))
      .toContain('1: included-file-refused');
  });
});

describe('roots', () => {
  it('from the settings stand for /, and name the main file', async () => {
    const main = '# sshd-config: target=debian-11\nInclude /opt/ssh/*.conf\n';
    const uri = 'file:///home/me/roles/files/opt/ssh/a.conf';
    const client = await start(
      { '/home/me/roles/files/sshd_config': main, '/home/me/roles/files/opt/ssh/a.conf': '' },
      {
        settings: () => ({ roots: ['roles/files'] }),
        capabilities: { ...PULLING, workspace: { ...PULLING.workspace, workspaceFolders: true } },
        workspaceFolders: ['file:///home/me'],
      },
    );
    client.open(uri, 'Port 22\n');
    await client.pull(uri);
    expect(client.statuses).toMatchObject([{ target: 'debian-11' }]);
  });
});

describe('watching', () => {
  it('is asked of the client: files by name, and the folders that Include leads to', async () => {
    const client = await start(
      { sshd_config: 'Include /opt/*.conf\n' },
      {
        capabilities: {
          ...PULLING,
          workspace: {
            ...PULLING.workspace,
            didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
          },
        },
      },
    );
    client.open(MAIN, 'Include /opt/*.conf\n');
    await client.pull(MAIN);
    await expect
      .poll(() => client.watchers().map((one) => (typeof one === 'string' ? one : one.baseUri)))
      .toEqual(expect.arrayContaining(['**/sshd_config*', '**/sshd_config.d/**', 'file:///srv/web/opt']));
  });
});
