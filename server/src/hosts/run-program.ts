// Runs one program to its end: an argument list without a shell, nothing to read, little environment, a time limit, limited output.
import { type ChildProcess, spawn } from 'node:child_process';

/** How a run is bounded. */
export interface RunOptions {
  readonly folder: string;
  readonly limitMs: number;
}

/** What became of a run. */
export interface ProgramRun {
  /** Absent: it was ended by a signal, or did not start. */
  readonly code?: number;
  readonly signal?: string;
  readonly timedOut: boolean;
  /** Both streams, in the order they came in. */
  readonly output: string;
}

const MOST_OUTPUT = 256 * 1024;
const running = new Set<ChildProcess>();

// A server that leaves takes along what it has started.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Resolves when the program has ended or was ended; never rejects: a program that does not start says so in the output. */
export function runProgram(
  program: string,
  args: readonly string[],
  { folder, limitMs }: RunOptions,
): Promise<ProgramRun> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: reducedEnvironment(),
      shell: false,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const output = collected(child);
    let timedOut = false;
    const finish = (rest: Pick<ProgramRun, 'code' | 'signal'>, more = ''): void => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ ...rest, timedOut, output: output() + more });
    };
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
      // What it started in turn may hold on to the pipes.
      child.stdout.destroy();
      child.stderr.destroy();
    }, limitMs);
    child.once('error', (error) => finish({}, error.message));
    child.once('close', (code, signal) =>
      finish({ ...(code === null ? {} : { code }), ...(signal === null || timedOut ? {} : { signal }) }),
    );
  });
}

function collected({ stdout, stderr }: ChildProcess): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  for (const stream of [stdout, stderr])
    stream?.on('data', (chunk: Buffer) => {
      if (size < MOST_OUTPUT) chunks.push(chunk.subarray(0, MOST_OUTPUT - size));
      size += chunk.length;
    });
  return () => Buffer.concat(chunks).toString();
}

function reducedEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env;
  return {
    ...(PATH === undefined ? {} : { PATH }),
    // Windows programs do not start without it.
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
    LANG: 'C',
    LC_ALL: 'C',
  };
}
