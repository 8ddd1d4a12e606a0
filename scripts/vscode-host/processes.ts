/**
 * Starting and ending other programs. Every long-lived child gets a process group of its own,
 * so that ending it ends what it started too. Nothing is ever looked up or killed by name.
 */
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const windows = process.platform === 'win32';

/** The outcome of a finished program; `output` holds stdout and stderr as they came, interleaved. */
export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** What {@link run} needs besides the command. `onLine` sees each line of output as it comes. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly onLine?: (line: string) => void;
  /** Milliseconds after which the whole group is ended and the code is 124. */
  readonly timeout?: number;
}

const running = new Set<ChildProcess>();

/** Spawns a program in a process group of its own; {@link endAll} knows about it until it exits. */
export function spawnGroup(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  // npm and code are .cmd files on Windows, which only a shell can start.
  const shell = windows && (command === 'npm' || command === 'code');
  const child = spawn(command, [...args], { ...options, detached: !windows, shell });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Signals a child and everything in its group. A group that is gone already is fine. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (windows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Ends a child's group: politely first, after `patience` milliseconds by force. */
export async function endGroup(child: ChildProcess, patience = 5000): Promise<void> {
  const gone =
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise<void>((resolve) => child.once('exit', () => resolve()));
  signalGroup(child, 'SIGTERM');
  const force = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
  await gone;
  clearTimeout(force);
  signalGroup(child, 'SIGKILL');
}

/** Ends every group that {@link spawnGroup} started and that still runs. */
export async function endAll(): Promise<void> {
  await Promise.all([...running].map((child) => endGroup(child)));
}

/**
 * Runs `cleanUp` and exits when the terminal or the parent asks to stop, or when the parent died without asking:
 * whoever started us must not have to look for what we left.
 */
export function onStop(cleanUp: () => Promise<void>): void {
  const born = ancestors();
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) return;
    stopping = true;
    cleanUp()
      .catch((error: unknown) => console.error(error))
      .finally(() => process.exit(code));
  };
  process.on('SIGINT', () => stop(130));
  process.on('SIGTERM', () => stop(143));
  process.on('SIGHUP', () => stop(129));
  setInterval(() => ancestors() === born || stop(1), 1000).unref();
}

/** Our parent and, where the system tells, its parent: npm puts a shell between itself and us. */
function ancestors(): string {
  try {
    return `${process.ppid} ${/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${process.ppid}/status`, 'utf8'))?.[1]}`;
  } catch {
    // No /proc on this system, or the parent ended just now, which the number alone shows as well.
    return `${process.ppid}`;
  }
}

/** Runs a program to its end. Never rejects because of what the program does; a program that cannot start has code 127. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const { cwd, env, onLine, timeout } = options;
  return new Promise((resolve) => {
    const child = spawnGroup(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = collectLines(child, onLine);
    let timedOut = false;
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            void endGroup(child);
          }, timeout);
    const finish = (code: number, note = ''): void => {
      clearTimeout(timer);
      resolve({ code: timedOut ? 124 : code, output: output() + note });
    };
    child.once('error', (error) => finish(127, `${error.message}\n`));
    child.once('close', (code) => finish(code ?? 1));
  });
}

function collectLines(child: ChildProcess, onLine: ((line: string) => void) | undefined): () => string {
  let all = '';
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8');
    stream?.on('data', (text: string) => {
      all += text;
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
    });
    stream?.on('end', () => rest !== '' && onLine?.(rest));
  }
  return () => all;
}
