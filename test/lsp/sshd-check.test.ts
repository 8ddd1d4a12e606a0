// "Check with the installed sshd" as an editor sees it, with an sshd that says what the test wants.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { nodeFileSystem } from '../../server/src/hosts/node-file-system';
import { nodeSshd } from '../../server/src/hosts/node-sshd';
import { CHECK_WITH_SSHD, type CheckWithSshdResult, TRUST_GRANTED } from '../../server/src/lsp/messages';
import type { SshdProgram, TestRun } from '../../server/src/workspace/sshd-program';
import { type ClientOptions, PULLING, startedClients } from './server-kit';

const URI = 'file:///home/me/sshd_config';
const TRUSTED = { trusted: true };
const startClient = startedClients();

interface Fake extends SshdProgram {
  readonly runs: Record<string, string>[];
}

/** An sshd that prints what `said` makes of the files it is given, by their paths in the scratch folder. */
function fakeSshd(
  said: (files: Record<string, string>, folder: string) => Partial<TestRun> & { readonly output: string },
  banner = 'OpenSSH_9.2p1 Debian-2, OpenSSL',
): Fake {
  const runs: Record<string, string>[] = [];
  return {
    runs,
    places: ['/usr/sbin/sshd', 'PATH'],
    find: async (named) => (named === '/missing' ? undefined : '/usr/sbin/sshd'),
    banner: async () => banner,
    test: async (_program, filesIn) => {
      const files = filesIn('/scratch').map(({ path: name, bytes }) => [name, new TextDecoder().decode(bytes)]);
      runs.push(Object.fromEntries(files));
      return { code: 255, timedOut: false, folder: '/scratch', ...said(Object.fromEntries(files), '/scratch') };
    },
    uriOf: (file) => `file://${file}`,
  };
}

const REFUSING = fakeSshd(() => ({ output: 'sshd_config: line 2: Bad configuration option: Foo\r\n' }));

async function start(sshd: SshdProgram | undefined, options: ClientOptions = {}) {
  const host = { files: nodeFileSystem, ...(sshd === undefined ? {} : { sshd }) };
  const client = await startClient({ initializationOptions: TRUSTED, ...options, host });
  const shown: string[] = [];
  client.connection.onNotification(
    'window/showMessage',
    ({ message }: { message: string }) => void shown.push(message),
  );
  const command = (uri = URI): Promise<CheckWithSshdResult> =>
    client.connection.sendRequest('workspace/executeCommand', { command: CHECK_WITH_SSHD, arguments: [uri] });
  const notify = (method: string, params: object): Promise<void> => client.connection.sendNotification(method, params);
  return { ...client, shown, command, notify };
}

/** What the client holds as pushed for a file: line (from 1), severity, source and text of each. */
function pushed(published: readonly PublishDiagnosticsParams[], uri = URI) {
  return (published.findLast((one) => one.uri === uri)?.diagnostics ?? []).map(brief);
}

function brief({ range, severity, source, message }: Diagnostic) {
  return [range.start.line + 1, severity, source, message];
}

describe('the answer', () => {
  it('is offered as a command', async () => {
    const { initialized } = await start(REFUSING);
    expect(initialized.capabilities.executeCommandProvider?.commands).toEqual([CHECK_WITH_SSHD]);
  });

  it('without trust is a refusal to start anything, until trust is given', async () => {
    const sshd = fakeSshd(() => ({ code: 0, output: '' }));
    const client = await start(sshd, { initializationOptions: {}, settings: () => ({ sshd: { checkOnSave: true } }) });
    client.open(URI, 'Port 22\n');
    expect(await client.command()).toMatchObject({
      verdict: 'unknown',
      message: expect.stringContaining('not trusted'),
    });
    await client.notify('textDocument/didSave', { textDocument: { uri: URI } });
    await client.settled();
    expect(sshd.runs).toEqual([]);
    await client.notify(TRUST_GRANTED, {});
    expect(await client.command()).toMatchObject({ verdict: 'accepted', message: 'sshd 9.2p1 accepts sshd_config.' });
    expect(client.shown.at(-1)).toBe('sshd 9.2p1 accepts sshd_config.');
  });

  it('in a browser is that no programs run there', async () => {
    const client = await start(undefined);
    client.open(URI, '');
    expect((await client.command()).message).toContain('in a browser no programs run');
  });

  it('names where no sshd was found', async () => {
    const client = await start(REFUSING, { settings: () => ({ sshd: { path: '/missing' } }) });
    client.open(URI, '');
    expect((await client.command()).message).toMatch(/^\/missing, named in the setting sshdConfig\.sshd\.path/);
  });

  it('gives the file to no foreign program', async () => {
    const sshd = fakeSshd(() => ({ output: '' }), 'Dropbear v2022');
    const client = await start(sshd);
    client.open(URI, '');
    expect((await client.command()).message).toContain('does not answer as the sshd of OpenSSH');
    expect(sshd.runs).toEqual([]);
  });

  it.each([
    [{ timedOut: true, output: '' }, 'did not end within 5 seconds'],
    [{ signal: 'SIGSEGV', output: '' }, 'was ended by SIGSEGV'],
    [{ code: 1, output: '' }, 'ended with status 1 and did not say why'],
  ])('to %j has no verdict', async (run, words) => {
    const { code, ...rest } = { code: undefined, ...run };
    const sshd = fakeSshd(() => ({ ...rest, output: rest.output }));
    const bare: SshdProgram = {
      ...sshd,
      test: async () => ({ timedOut: false, folder: '/s', ...rest, ...(code === undefined ? {} : { code }) }),
    };
    const client = await start(bare);
    client.open(URI, 'Foo 1\n');
    const { verdict, message } = await client.command();
    expect(verdict).toBe('unknown');
    expect(message).toContain(words);
    expect(pushed(client.published)).toEqual([]);
  });

  it('tells of the machine in words, and makes no diagnostics of it', async () => {
    const client = await start(fakeSshd(() => ({ output: 'Missing privilege separation directory: /run/sshd\r\n' })));
    client.open(URI, 'Port 22\n');
    const { verdict, notes } = await client.command();
    expect(verdict).toBe('unknown');
    expect(notes.join()).toContain('made when the sshd service starts');
    expect(notes.join()).toContain('/run/sshd');
    expect(pushed(client.published)).toEqual([]);
  });

  it('to a file that changed meanwhile is to check again', async () => {
    let client: Awaited<ReturnType<typeof start>> | undefined;
    const sshd = fakeSshd(() => ({ output: 'sshd_config line 1: nonsense\n' }));
    const slow: SshdProgram = {
      ...sshd,
      test: async (program, filesIn) => {
        client?.edit(URI, 2, [
          { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '#' },
        ]);
        await client?.settled();
        return sshd.test(program, filesIn);
      },
    };
    client = await start(slow);
    client.open(URI, 'Port 22\n');
    expect((await client.command()).message).toContain('Check again');
    expect(pushed(client.published)).toEqual([]);
  });

  it('to something that is not open is to open it', async () => {
    const client = await start(REFUSING);
    expect((await client.command()).message).toContain('Open an sshd_config file first');
  });
});

describe('diagnostics', () => {
  it('stand beside ours, marked as sshd’s, and go with the next edit', async () => {
    const client = await start(REFUSING);
    client.open(URI, 'Port 22\n  Foo 1  \n');
    expect(await client.command()).toEqual({
      verdict: 'refused',
      message: 'sshd 9.2p1 refuses sshd_config: 1 problem.',
      notes: [],
    });
    expect(client.published.at(-1)?.diagnostics).toEqual([
      {
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 7 } },
        severity: 1,
        code: 'sshd',
        source: 'sshd 9.2p1',
        message: 'Bad configuration option: Foo',
      },
    ]);
    expect(new Set((await client.pull(URI)).map(({ source }) => source))).toEqual(new Set(['sshd_config']));
    client.edit(URI, 2, [{ range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, text: '' }]);
    await client.settled();
    expect(pushed(client.published)).toEqual([]);
  });

  it('share the one list of a client that does not pull', async () => {
    const client = await start(REFUSING, { capabilities: {} });
    client.open(URI, 'Port 22\nFoo 1\n');
    await client.command();
    await client.settled();
    const sources = client.published.at(-1)?.diagnostics.map(({ source }) => source);
    expect(new Set(sources)).toEqual(new Set(['sshd_config', 'sshd 9.2p1']));
  });

  it('without a line go where our finding or their words point', async () => {
    const said = [
      'AuthorizedKeysCommand set without AuthorizedKeysCommandUser',
      'Too many recursive configuration includes',
      'Something else',
    ];
    const client = await start(fakeSshd(() => ({ output: said.join('\n') })));
    client.open(URI, '\nInclude x\nAuthorizedKeysCommandUser\nAuthorizedKeysCommand /bin/x\n');
    await client.command();
    const lines = pushed(client.published).filter(([, severity]) => severity === 1);
    expect(lines).toMatchObject([
      [4, 1, 'sshd 9.2p1', `${said[0]}\nsshd names no line.`],
      [2, 1, 'sshd 9.2p1', `${said[1]}\nsshd names no line.`],
      [4, 1, 'sshd 9.2p1', `${said[2]}\nsshd names no line.`],
    ]);
  });

  it('come with a note where sshd refuses what we accept', async () => {
    const client = await start(fakeSshd(() => ({ output: 'sshd_config line 2: unsupported option\n' })));
    client.open(URI, '# sshd-config: target=10.5\nPort 22\n');
    await client.command();
    const [, note] = pushed(client.published);
    expect(note?.slice(0, 3)).toEqual([2, 3, 'sshd 9.2p1']);
    expect(note?.[3]).toMatch(/OpenSSH 10\.5p1 has nothing against it\. They are different releases/);
  });

  it.each([
    ['accepts the file', { code: 0, output: '' }, 2],
    ['refuses a later line only', { output: 'sshd_config: line 3: Bad configuration option: Bar\n' }, 2],
  ])('come with a note where we refuse and sshd %s', async (_what, run, line) => {
    const client = await start(fakeSshd(() => run));
    client.open(URI, '# sshd-config: target=debian-12\nFoo 1\nBar 1\n');
    await client.command();
    const note = pushed(client.published).find(([, severity]) => severity === 3);
    expect(note?.[0]).toBe(line);
    expect(note?.[3]).toMatch(/accepts this line; .* Both are about the same release/);
  });

  it('carry warnings of a file that is accepted', async () => {
    const client = await start(
      fakeSshd(() => ({ code: 0, output: 'sshd_config line 1: Deprecated option UseLogin\n' })),
    );
    client.open(URI, 'UseLogin no\n');
    expect((await client.command()).message).toBe('sshd 9.2p1 accepts sshd_config, with 1 warning.');
    expect(pushed(client.published)).toMatchObject([[1, 2, 'sshd 9.2p1', 'Deprecated option UseLogin']]);
  });
});

describe('on save', () => {
  it.each([true, false])('with the setting %s', async (checkOnSave) => {
    const sshd = fakeSshd(() => ({ output: 'sshd_config: line 1: Bad configuration option: Foo\n' }));
    const client = await start(sshd, { capabilities: PULLING, settings: () => ({ sshd: { checkOnSave } }) });
    client.open(URI, 'Foo 1\n');
    await client.notify('textDocument/didSave', { textDocument: { uri: URI } });
    await expect.poll(() => sshd.runs.length, { timeout: checkOnSave ? 2000 : 200 }).toBe(checkOnSave ? 1 : 0);
    await client.settled();
    expect(pushed(client.published)).toHaveLength(checkOnSave ? 1 : 0);
    expect(client.shown).toEqual([]);
  });
});

describe('a tree', () => {
  it('is read as the editor holds it, and messages find their files', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'sshd-tree-'));
    try {
      const place = path.join(folder, 'etc', 'ssh', 'sshd_config.d');
      await mkdir(place, { recursive: true });
      await writeFile(path.join(place, '10 a.conf'), 'Port 1\n');
      await writeFile(path.join(place, '20-b.conf'), '\nPort 2\n');
      const [main = '', first = '', second = ''] = ['../sshd_config', '10 a.conf', '20-b.conf'].map(
        (name) => pathToFileURL(path.join(place, name)).href,
      );
      const sshd = fakeSshd((_files, scratch) => ({
        output: [
          `${scratch}/root/etc/ssh/sshd_config.d/10 a.conf line 1: odd`,
          `${scratch}/root/etc/ssh/sshd_config.d/20-b.conf line 2: see ${scratch}/root/etc/ssh/x`,
          '/etc/elsewhere line 1: Bad',
        ].join('\n'),
      }));
      const client = await start(sshd);
      client.open(main, 'Include sshd_config.d/*.conf\n');
      client.open(first, 'Port 99 # not saved\n');
      expect(await client.command(main)).toMatchObject({ verdict: 'refused' });
      expect(sshd.runs).toEqual([
        {
          sshd_config: 'Include "/scratch/root/etc/ssh/sshd_config.d/*.conf"\n',
          'root/etc/ssh/sshd_config.d/10 a.conf': 'Port 99 # not saved\n',
          'root/etc/ssh/sshd_config.d/20-b.conf': '\nPort 2\n',
        },
      ]);
      expect(pushed(client.published, main)).toEqual([]);
      expect(pushed(client.published, first)).toMatchObject([[1, 1, 'sshd 9.2p1', 'odd']]);
      expect(pushed(client.published, second)).toMatchObject([[2, 1, 'sshd 9.2p1', 'see /etc/ssh/x']]);
      expect(pushed(client.published, 'file:///etc/elsewhere')).toHaveLength(1);
      client.edit(first, 2, [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '#' },
      ]);
      await client.settled();
      expect(pushed(client.published, second)).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe.skipIf(!existsSync('/usr/sbin/sshd'))('the real sshd (skipped where there is no /usr/sbin/sshd)', () => {
  it('is asked about the buffer, not the file', async () => {
    const client = await start(nodeSshd(), { settings: () => ({ sshd: { path: '/usr/sbin/sshd' } }) });
    client.open(URI, 'Port 22\nNoSuchKeyword yes\nUsePAM maybe\n');
    const { verdict, message } = await client.command();
    expect([verdict, message]).toEqual([
      'refused',
      expect.stringMatching(/^sshd \d.* refuses sshd_config: 2 problems\.$/),
    ]);
    expect(pushed(client.published).map(([line]) => line)).toEqual([2, 3]);
  });
});
