// The keepalive panel's requests over the protocol: the view, the edit that writes, what a client is told that shows neither pictures nor panels.
import { expect, it } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  type CodeLens,
  CodeLensRequest,
  type Hover,
  HoverRequest,
} from 'vscode-languageserver/node';
import {
  KEEPALIVE_VIEW,
  KEEPALIVE_WRITE,
  type KeepaliveViewParams,
  type KeepaliveViewResult,
  type KeepaliveWriteParams,
} from '../../server/src/lsp/messages';
import { type ClientOptions, startedClients, type TestClient } from './server-kit';

const uri = 'file:///srv/sshd_config';
const textDocument = { uri };
const start = startedClients();

async function opened(text: string, options: ClientOptions = {}): Promise<TestClient> {
  const client = await start(options);
  client.open(uri, text);
  return client;
}

it('answers what is tried, and nothing about a file that is not open', async () => {
  const { connection } = await opened('ClientAliveInterval 300\n');
  const ask = (params: KeepaliveViewParams) => connection.sendRequest<KeepaliveViewResult>(KEEPALIVE_VIEW, params);
  const view = await ask({ textDocument, tried: { path: 240 } });
  expect(view?.verdict.kind).toBe('bad');
  expect((await ask({ textDocument, tried: { path: 240, interval: 60 } }))?.verdict.kind).toBe('good');
  expect(await ask({ textDocument: { uri: 'file:///other' }, tried: {} })).toBeNull();
});

it('gives the edit that writes what is tried', async () => {
  const { connection } = await opened('ClientAliveInterval 300\n');
  const write = (params: KeepaliveWriteParams) => connection.sendRequest(KEEPALIVE_WRITE, params);
  expect(await write({ textDocument, tried: { interval: 60 }, rememberPath: false })).toMatchObject({
    changes: { [uri]: [{ newText: '60' }, { newText: 'ClientAliveCountMax 3\n' }] },
  });
  expect(await write({ textDocument, tried: {}, rememberPath: false })).toBeNull();
});

it("hands out the client's lines only to a client that can copy them", async () => {
  for (const able of [true, false]) {
    const { connection } = await opened('ClientAliveInterval 60\n', {
      initializationOptions: able ? { copyClientLines: 'copy' } : {},
    });
    const at = { line: 0, character: 2 };
    const actions = (await connection.sendRequest(CodeActionRequest.method, {
      textDocument,
      range: { start: at, end: at },
      context: { diagnostics: [] },
    })) as CodeAction[];
    const lenses = (await connection.sendRequest(CodeLensRequest.method, { textDocument })) as CodeLens[];
    const called = [...actions, ...lenses].filter(({ command }) => command?.command === 'copy');
    expect(called).toHaveLength(able ? 2 : 0);
  }
});

it('shows pictures and panel only to a client that has them', async () => {
  for (const rich of [true, false]) {
    const initializationOptions = rich ? { pictures: true, keepalivePanel: 'open.panel' } : {};
    const { connection } = await opened('ClientAliveInterval 60\n', { initializationOptions });
    const hover = (await connection.sendRequest(HoverRequest.method, {
      textDocument,
      position: { line: 0, character: 2 },
    })) as Hover;
    expect(JSON.stringify(hover.contents).includes('data:image/svg+xml')).toBe(rich);
    const [lens] = (await connection.sendRequest(CodeLensRequest.method, { textDocument })) as CodeLens[];
    expect(lens?.command?.command).toBe(rich ? 'open.panel' : '');
  }
});
