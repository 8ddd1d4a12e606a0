// The server as editors run it: a process of its own, LSP over stdio. The times include the pipe and the JSON on both sides.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CompletionList,
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type Hover,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type BenchFile, type TypedEdit, typedEdits } from './files';
import { type Measured, type Rounds, type Times, timesOf } from './statistics';

const program = path.resolve(import.meta.dirname, '../../dist/server.js');
// The process says itself what it uses; the product has no need for that, so it is loaded from outside. With --import it would weigh 6 MB itself.
const reporter = path.resolve(import.meta.dirname, 'report-memory.cjs');

/** How its process is started. */
export interface ServerStart {
  /** Of Node. */
  readonly options: readonly string[];
  /** Beside the variables of this process. */
  readonly env: Readonly<Record<string, string>>;
}

/** What a process uses, in bytes. */
export interface Memory {
  readonly rss: number;
  /** What it shares with no other process; only where the system tells (Linux). */
  readonly own?: number;
  readonly heapUsed: number;
}

/** From the start of the process to the answer to `initialize`. */
export async function coldStarts(rounds: Rounds, start: ServerStart): Promise<Times> {
  return timesOf(rounds, async () => {
    const server = await startServer(start);
    await server.end();
  });
}

/** Change to diagnostics, hover and completion for each file, and what the process uses afterwards. */
export async function measureServer(
  files: readonly BenchFile[],
  rounds: Rounds,
  start: ServerStart,
): Promise<{ readonly measured: readonly Measured[]; readonly memory: Memory }> {
  const server = await startServer({ ...start, options: [...start.options, '--require', reporter] });
  try {
    const measured: Measured[] = [];
    for (const file of files) measured.push(...(await measureFile(server.connection, file, rounds)));
    return { measured, memory: await server.memory() };
  } finally {
    await server.end();
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
  /** As an editor ends it. */
  readonly end: () => Promise<void>;
}

async function startServer({ options, env }: ServerStart): Promise<RunningServer> {
  const child = spawn(process.execPath, [...options, program, '--stdio'], {
    stdio: 'pipe',
    env: { ...process.env, ...env },
  });
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
      return { ...(JSON.parse(String(line)) as Memory), ...(await ownMemory(child.pid)) };
    },
    end: async () => {
      const ended = once(child, 'exit');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
      connection.dispose();
    },
  };
}

async function ownMemory(processId: number | undefined): Promise<Pick<Memory, 'own'>> {
  const status = await readFile(`/proc/${processId}/status`, 'utf8').catch(() => '');
  const [, kilobytes] = /^RssAnon:\s*(\d+) kB$/m.exec(status) ?? [];
  return kilobytes === undefined ? {} : { own: Number(kilobytes) * 1024 };
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
  const measured = async (what: string, run: (round: number) => Promise<unknown>): Promise<Measured> => ({
    what,
    file: file.name,
    times: await timesOf(rounds, run),
  });
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'sshd_config', version: 1, text: file.text },
  });
  let version = 1;
  const typed = async (edit: TypedEdit | undefined, previousResultId?: string): Promise<DocumentDiagnosticReport> => {
    const told = connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [edit],
    });
    const asked = { textDocument, previousResultId };
    const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', asked);
    await told;
    return report;
  };
  const edits = typedEdits(file, file.line);
  const remarks = typedEdits(file, file.comment);
  let last: DocumentDiagnosticReport | undefined;
  return [
    await measured('change to diagnostics', async (round) => {
      const report = await typed(edits[round % edits.length]);
      answered(report.kind === 'full' ? report.items : []);
    }),
    // As an editor asks, which names the answer it has.
    await measured('change to the same diagnostics', async (round) => {
      const report = await typed(remarks[round % remarks.length], last?.resultId);
      if (last !== undefined && report.kind === 'full') throw new Error('the same diagnostics came whole');
      last = report;
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
