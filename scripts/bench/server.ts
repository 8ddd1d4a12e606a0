// The server as editors run it: a process of its own, LSP over stdio. The times include the pipe and the JSON on both sides.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CompletionList,
  createProtocolConnection,
  type FullDocumentDiagnosticReport,
  type Hover,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type BenchFile, typedEdits } from './files';
import { type Measured, type Rounds, type Times, timesOf } from './statistics';

const program = path.resolve(import.meta.dirname, '../../dist/server.js');
// The process says itself what it uses; the product has no need for that, so it is loaded from outside.
const reporter = `data:text/javascript,process.on('SIGUSR2',()=>process.stderr.write(JSON.stringify(process.memoryUsage())+'\\n'))`;

/** What a server process uses, in bytes. */
export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
}

/** From the start of the process to the answer to `initialize`. */
export async function coldStarts(rounds: Rounds, nodeOptions: readonly string[]): Promise<Times> {
  return timesOf(rounds, async () => {
    const server = await startServer(nodeOptions);
    server.end();
  });
}

/** Change to diagnostics, hover and completion for each file, and what the process uses afterwards. */
export async function measureServer(
  files: readonly BenchFile[],
  rounds: Rounds,
  nodeOptions: readonly string[],
): Promise<{ readonly measured: readonly Measured[]; readonly memory: Memory }> {
  const server = await startServer([...nodeOptions, '--import', reporter]);
  try {
    const measured: Measured[] = [];
    for (const file of files) measured.push(...(await measureFile(server.connection, file, rounds)));
    return { measured, memory: await server.memory() };
  } finally {
    server.end();
  }
}

/** What Node uses to run nothing at all. */
export async function emptyNode(): Promise<Memory> {
  const child = spawn(process.execPath, ['-p', 'JSON.stringify(process.memoryUsage())'], { stdio: 'pipe' });
  const [line] = await once(child.stdout, 'data');
  return JSON.parse(String(line)) as Memory;
}

interface RunningServer {
  readonly connection: ProtocolConnection;
  readonly memory: () => Promise<Memory>;
  readonly end: () => void;
}

async function startServer(nodeOptions: readonly string[]): Promise<RunningServer> {
  const child = spawn(process.execPath, [...nodeOptions, program, '--stdio'], { stdio: 'pipe' });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => ({})));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    memory: async () => {
      child.kill('SIGUSR2');
      const [line] = await once(child.stderr, 'data');
      return JSON.parse(String(line)) as Memory;
    },
    end: () => {
      connection.dispose();
      child.kill();
    },
  };
}

async function measureFile(
  connection: ProtocolConnection,
  file: BenchFile,
  rounds: Rounds,
): Promise<readonly Measured[]> {
  const folder = await treeOnDisk(file);
  const uri = pathToFileURL(path.join(folder, 'sshd_config')).href;
  const textDocument = { uri };
  const place = { textDocument, position: { line: file.line, character: 6 } };
  const edits = typedEdits(file);
  const measured = async (what: string, run: (round: number) => Promise<unknown>): Promise<Measured> => ({
    what,
    file: file.name,
    times: await timesOf(rounds, run),
  });
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'sshd_config', version: 1, text: file.text },
  });
  return [
    await measured('change to diagnostics', async (round) => {
      const contentChanges = [edits[round % edits.length]];
      const version = round + 2;
      const told = connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges,
      });
      const report = connection.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
      await told;
      answered((await report).items);
    }),
    await measured('hover', async () => {
      const hover = await connection.sendRequest<Hover | null>('textDocument/hover', place);
      answered(hover === null ? [] : [hover]);
    }),
    await measured('completion', async () => {
      answered((await connection.sendRequest<CompletionList>('textDocument/completion', place)).items);
    }),
  ];
}

const trees: string[] = [];
process.on('exit', () => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

/** A folder with the file and the others of its configuration. */
async function treeOnDisk({ text, others = {} }: BenchFile): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sshd-config-bench-'));
  trees.push(folder);
  for (const [name, content] of Object.entries({ ...others, sshd_config: text })) {
    const place = path.join(folder, name);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, content);
  }
  return folder;
}

// An empty answer is quick, and means that something else was measured.
function answered(items: readonly unknown[]): void {
  if (items.length === 0) throw new Error('the server gave an empty answer');
}
