// The running server, spoken to as an editor does. What features answer is tested with the features.
import { describe, expect, it } from 'vitest';
import { HoverRequest, type SemanticTokens, type SemanticTokensDelta } from 'vscode-languageserver/node';

import { HANDLERS, onDocument } from '../../server/src/lsp/handlers';
import {
  type ListedRule,
  READ_FILE,
  type ReadFileParams,
  RULES_REQUEST,
  TARGETS_REQUEST,
  type TargetChoice,
} from '../../server/src/lsp/messages';
import { RULES } from '../../server/src/rules/registry';
import { defineRule, type Rule } from '../../server/src/rules/rule';
import type { FileSystem } from '../../server/src/workspace/file-system';
import { PULLING, startedClients } from './server-kit';

const URI = 'file:///home/me/sshd_config';
const start = startedClients();

function at(line: number, character: number, endLine = line, endCharacter = character) {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

const EVERY_PORT: Rule = defineRule({
  id: 'every-port',
  category: 'style',
  severity: 'information',
  since: '0.1.0',
  summary: 'A rule of the test',
  references: [],
  checkLine: ({ line }) => (line.keyword.value === 'Port' ? [{ range: line.keyword, message: 'A port.' }] : []),
});

const FAULTY: Rule = defineRule({
  ...EVERY_PORT,
  id: 'faulty-rule',
  check: () => {
    throw new Error('broken on purpose');
  },
});

describe('initialize', () => {
  it('offers every capability of the table', async () => {
    const { initialized } = await start();
    expect(initialized.serverInfo?.name).toBe('sshd-config-language-server');
    expect(initialized.capabilities).toMatchObject({
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      completionProvider: {
        resolveProvider: true,
        triggerCharacters: [' ', ',', '+', '-', '^', '%', '=', ':', '@', '/'],
      },
      codeActionProvider: {
        codeActionKinds: [
          'quickfix',
          'refactor.rewrite',
          'refactor.extract',
          'refactor.inline',
          'refactor.move',
          'source.fixAll.sshdConfig',
          'source.addKeepalive',
        ],
      },
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: {},
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      inlayHintProvider: true,
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
    });
  });

  it('does not offer pull diagnostics to a client that cannot pull', async () => {
    const { initialized } = await start({ capabilities: {} });
    expect(initialized.capabilities.diagnosticProvider).toBeUndefined();
  });

  it('lists the targets, systems first', async () => {
    const { connection } = await start();
    const targets = await connection.sendRequest<readonly TargetChoice[]>(TARGETS_REQUEST);
    expect(targets[0]?.kind).toBe('system');
    expect(targets).toContainEqual({ id: '10.5', label: 'OpenSSH 10.5p1', kind: 'release' });
  });

  it('lists the rules as the settings make them', async () => {
    let settings = {};
    const { connection } = await start({ settings: () => settings });
    const rules = () => connection.sendRequest<readonly ListedRule[]>(RULES_REQUEST, {});
    const severities = async () => Object.fromEntries((await rules()).map(({ id, severity }) => [id, severity]));
    expect(await severities()).toMatchObject({ 'bad-argument': 'error', 'port-22': 'off', 'gateway-ports': 'warning' });
    settings = { policy: 'none', rules: { 'port-22': 'hint' } };
    expect(await severities()).toMatchObject({ 'bad-argument': 'error', 'port-22': 'hint', 'gateway-ports': 'off' });
    expect((await rules()).find(({ id }) => id === 'x11-forwarding')?.policies).toContain('cis');
  });
});

describe('diagnostics', () => {
  const parts = { handlers: HANDLERS, rules: [EVERY_PORT] };

  it('are pulled, with a link to the page of the rule', async () => {
    const client = await start({ parts, initializationOptions: { rulePages: 'file:///pages/' } });
    client.open(URI, 'Port 22\n');
    expect(await client.pull(URI)).toEqual([
      {
        range: at(0, 0, 0, 4),
        severity: 3,
        code: 'every-port',
        codeDescription: { href: 'file:///pages/every-port.md' },
        source: 'sshd_config',
        message: 'A port.',
      },
    ]);
    expect(client.published).toEqual([]);
  });

  it('are pushed to a client that cannot pull, and taken back on close', async () => {
    const client = await start({ parts, capabilities: {} });
    client.open(URI, 'Port 22\n');
    client.edit(URI, 2, [{ range: at(0, 0, 1, 0), text: '' }]);
    void client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    await client.settled();
    const last = client.published.at(-1);
    expect(last).toEqual({ uri: URI, diagnostics: [] });
  });

  it('carry the version they were made for', async () => {
    const client = await start({ parts, capabilities: {} });
    client.open(URI, 'Port 22\n');
    await client.settled();
    client.edit(URI, 7, [{ range: at(1, 0), text: 'Port 23\n' }]);
    await client.settled();
    expect(client.published.map(({ version, diagnostics }) => [version, diagnostics.length])).toEqual([
      [1, 1],
      [7, 2],
    ]);
  });

  it('are the same after edits as after opening the result', async () => {
    const client = await start();
    client.open(URI, 'Prot 22\r\nMatch User bob\r\n  X11Forwarding maybe\r\n');
    await client.pull(URI);
    client.edit(URI, 2, [
      { range: at(2, 16, 2, 21), text: 'no' },
      { range: at(0, 0), text: 'Subsystem sftp\r\n' },
    ]);
    client.edit(URI, 3, [
      { range: at(1, 1, 1, 4), text: 'ort' },
      { range: at(3, 18), text: '\r\n\tClientAliveInterval never' },
    ]);
    const edited = await client.pull(URI);
    const whole = 'file:///home/me/other/sshd_config';
    client.open(
      whole,
      'Subsystem sftp\r\nPort 22\r\nMatch User bob\r\n  X11Forwarding no\r\n\tClientAliveInterval never\r\n',
    );
    const expected = JSON.stringify(await client.pull(whole)).replaceAll(whole, URI);
    expect(edited.length).toBeGreaterThan(2);
    expect(edited).toEqual(JSON.parse(expected));
  });

  it('follow settings, which make the client pull again', async () => {
    let target = '10.5';
    const client = await start({ settings: () => ({ target }) });
    client.open(URI, 'UseLogin no\n');
    await client.pull(URI);
    target = '7.2';
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.pull(URI);
    await client.settled();
    expect(client.refreshes()).toBe(1);
    expect(client.statuses.map((status) => [status.target, status.source])).toEqual([
      ['10.5', 'setting'],
      ['7.2', 'setting'],
    ]);
  });

  it('follow settings that a client without the pull model sends', async () => {
    const client = await start({ capabilities: {} });
    client.open(URI, '');
    await client.settled();
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { sshdConfig: { target: 'debian-12' } },
    });
    await client.settled();
    expect(client.statuses.map((status) => status.target)).toEqual(['10.6', 'debian-12']);
  });
});

describe('faults', () => {
  it('in a rule are logged with its name and cost only its findings', async () => {
    const client = await start({ parts: { handlers: HANDLERS, rules: [FAULTY, EVERY_PORT] } });
    client.open(URI, 'Port 22\n');
    expect((await client.pull(URI)).map((diagnostic) => diagnostic.code)).toContain('every-port');
    expect(
      client.logged.filter((message) => message.includes('rule faulty-rule failed: Error: broken on purpose')),
    ).toHaveLength(1);
  });

  it('in a handler are logged with its name and cost only its answer', async () => {
    const broken = onDocument('broken hover', HoverRequest.type, { hoverProvider: true }, null, () => {
      throw new Error('broken on purpose');
    });
    const handlers = [...HANDLERS.filter((handler) => handler.name !== 'hover'), broken];
    const client = await start({ parts: { handlers, rules: RULES } });
    client.open(URI, 'Port 22\n');
    const hover = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: URI },
      position: { line: 0, character: 1 },
    });
    expect(hover).toBeNull();
    expect(client.logged.join('\n')).toContain('broken hover failed: Error: broken on purpose');
    const symbols = await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: URI } });
    expect(symbols).toHaveLength(1);
  });

  it('of the client answering for its settings leave the defaults', async () => {
    const client = await start({
      settings: () => {
        throw new Error('no settings');
      },
    });
    client.open(URI, 'Port 22\n');
    await client.pull(URI);
    expect(client.statuses).toMatchObject([{ target: '10.6', source: 'newest' }]);
    expect(client.logged.join('\n')).toContain('settings failed');
  });

  it('in settings are named once and the default is taken', async () => {
    const client = await start({ settings: () => ({ target: 'plan-9', keepalive: { interval: 'often' } }) });
    client.open(URI, '');
    client.open(`${URI}.bak`, '');
    await client.pull(`${URI}.bak`);
    expect(client.logged).toEqual([
      'Setting sshdConfig.target is "plan-9", not a value known here; the default is used.',
      'Setting sshdConfig.keepalive.interval is "often", not a whole number from 0; the default is used.',
    ]);
  });
});

describe('files the client reads', () => {
  it('tell target and byte order mark', async () => {
    const asked: string[] = [];
    const client = await start({ initializationOptions: { fileRequests: true } });
    client.connection.onRequest(READ_FILE, ({ uri, maxBytes }: ReadFileParams) => {
      asked.push(uri);
      if (uri.endsWith('/usr/lib/os-release')) return { base64: btoa('ID=debian\nVERSION_ID="12"\n') };
      return uri.endsWith('sshd_config') ? { base64: btoa('\xef\xbb\xbfPort 22'.slice(0, maxBytes)) } : null;
    });
    client.open('vscode-vfs://github/me/servers/web/etc/ssh/sshd_config', 'Port 22\n');
    await client.pull('vscode-vfs://github/me/servers/web/etc/ssh/sshd_config');
    expect(client.statuses).toMatchObject([{ target: 'debian-12', source: 'os-release' }]);
    expect(asked.filter((uri) => uri.endsWith('os-release'))).toEqual([
      'vscode-vfs://github/me/servers/web/etc/os-release',
      'vscode-vfs://github/me/servers/web/usr/lib/os-release',
    ]);
  });

  it('are read anew after a save', async () => {
    let version = '12';
    const files: FileSystem = {
      read: async (uri) =>
        uri.endsWith('/etc/os-release') ? new TextEncoder().encode(`ID=debian\nVERSION_ID=${version}\n`) : 'missing',
      entries: async () => 'missing',
    };
    const client = await start({ host: { files } });
    const uri = 'file:///srv/web/etc/ssh/sshd_config';
    client.open(uri, '');
    await client.pull(uri);
    version = '13';
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await client.pull(uri);
    await client.settled();
    expect(client.statuses.map((status) => status.target)).toEqual(['debian-12', 'debian-13']);
  });

  it('are not asked for when the client does not offer it', async () => {
    const client = await start({ capabilities: PULLING });
    client.open('vscode-vfs://github/etc/ssh/sshd_config', '');
    await client.pull('vscode-vfs://github/etc/ssh/sshd_config');
    expect(client.statuses).toMatchObject([{ source: 'newest' }]);
    expect(client.logged).toEqual([]);
  });
});

describe('semantic tokens', () => {
  const capabilities = { ...PULLING, textDocument: { ...PULLING.textDocument, semanticTokens: {} as never } };

  it('are told as what changed since the last answer', async () => {
    const client = await start({ capabilities });
    client.open(URI, 'Port 22\nBanner none\nUsePAM yes\n');
    const whole = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: { uri: URI },
    });
    expect(whole.data).toHaveLength(30);
    client.edit(URI, 2, [{ range: at(1, 7, 1, 11), text: '/etc/motd' }]);
    const params = { textDocument: { uri: URI }, previousResultId: whole.resultId };
    const change = await client.connection.sendRequest<SemanticTokensDelta>(
      'textDocument/semanticTokens/full/delta',
      params,
    );
    const anew = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: { uri: URI },
    });
    const [edit] = change.edits;
    expect(change.edits).toHaveLength(1);
    expect(edit?.data).toHaveLength(2);
    const patched = [...whole.data];
    patched.splice(edit?.start ?? 0, edit?.deleteCount ?? 0, ...(edit?.data ?? []));
    expect(patched).toEqual(anew.data);
    expect(await client.connection.sendRequest('textDocument/semanticTokens/full/delta', params)).toHaveProperty(
      'data',
    );
  });

  it('are asked for anew when a setting changes the target, and hints and lenses with them', async () => {
    let target = '10.5';
    const again = { refreshSupport: true };
    const client = await start({
      capabilities: {
        ...capabilities,
        workspace: { ...PULLING.workspace, semanticTokens: again, inlayHint: again, codeLens: again },
      },
      settings: () => ({ target }),
    });
    const asked: string[] = [];
    for (const what of ['semanticTokens', 'inlayHint', 'codeLens'])
      client.connection.onRequest(`workspace/${what}/refresh`, () => {
        asked.push(what);
        return null;
      });
    client.open(URI, 'UseLogin no\n');
    await client.pull(URI);
    expect(asked).toEqual([]);
    target = '7.2';
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.pull(URI);
    await client.settled();
    expect(asked).toEqual(['semanticTokens', 'inlayHint', 'codeLens']);
  });

  it('of a range are those of its lines', async () => {
    const client = await start({ capabilities });
    client.open(URI, 'Port 22\nPort 23\n');
    const { data } = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument: { uri: URI },
      range: at(1, 0, 1, 3),
    });
    expect(data.slice(0, 3)).toEqual([1, 0, 4]);
    expect(data).toHaveLength(10);
  });
});

describe('requests', () => {
  it('about a document that is not open get an empty answer', async () => {
    const { connection } = await start();
    const textDocument = { uri: 'file:///nowhere' };
    expect(
      await connection.sendRequest('textDocument/hover', { textDocument, position: { line: 0, character: 0 } }),
    ).toBeNull();
  });

  it('follow the comment that names a target', async () => {
    const client = await start();
    client.open(URI, '\n');
    await client.settled();
    client.edit(URI, 2, [{ range: at(0, 0), text: '# sshd-config: target=rhel-9' }]);
    await client.pull(URI);
    expect(client.statuses.map(({ target, source }) => [target, source])).toEqual([
      ['10.6', 'newest'],
      ['rhel-9', 'comment'],
    ]);
  });
});
