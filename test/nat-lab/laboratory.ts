// A real sshd and a real ssh, each started for one trial on loopback with keys made for it, a relay between them. Ends what it starts, by process id.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Release, releaseNamed } from '../../server/src/catalog/versions';
import { freePort } from '../kit/free-port';
import { type Relay, type RelayOptions, startRelay } from './relay';

/** The sshd that is tried; another one by its path. */
const SSHD = process.env.SSHD_PROGRAM ?? '/usr/sbin/sshd';
const SSH = '/usr/bin/ssh';

/** Where keys and configurations lie, and what the sshd is. */
export interface Laboratory {
  readonly folder: string;
  readonly release: Release;
  readonly dispose: () => void;
}

/** The laboratory, or why this machine has none. */
export function openLaboratory(): Laboratory | string {
  for (const program of [SSHD, SSH]) if (!existsSync(program)) return `no ${program}`;
  if (process.getuid?.() === 0 && !existsSync('/run/sshd'))
    return 'no folder /run/sshd, without which sshd does not start';
  const version = spawnSync(SSHD, ['-V'], { encoding: 'utf8', timeout: 10_000 }).stderr;
  const release = releaseNamed(/^OpenSSH_(\d+\.\d+(?:p\d+)?)/m.exec(version)?.[1] ?? '');
  if (release === undefined) return `an sshd of unknown release: ${version.trim()}`;
  const folder = mkdtempSync(join(tmpdir(), 'nat-lab-'));
  // sshd looks at every folder above a key file, so the key is named where only its owner writes.
  chmodSync(folder, 0o700);
  for (const name of ['host', 'user']) {
    const made = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)], {
      timeout: 10_000,
    });
    if (made.status !== 0) return 'no ssh-keygen';
  }
  copyFileSync(join(folder, 'user.pub'), join(folder, 'authorized_keys'));
  return { folder, release, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What one trial is about. */
export interface TrialOptions extends Omit<RelayOptions, 'to'> {
  /** Lines of sshd_config, e.g. `ClientAliveInterval 2`. */
  readonly lines: readonly string[];
}

/** A session that is up, with everything around it. */
export interface Trial {
  readonly relay: Relay;
  /** Sends a line to the `cat` behind the session and says whether it comes back in time. */
  readonly answers: (withinMs: number) => Promise<boolean>;
  /** Stops the client as a sleeping laptop stops: no byte, no FIN. */
  readonly freeze: () => void;
  /** Resolves to the time (performance.now()) at which sshd gave up; undefined when it does not in time. */
  readonly serverGaveUp: (withinMs: number) => Promise<number | undefined>;
  readonly end: () => Promise<void>;
}

/** Starts an sshd with the lines, and a session through a relay; resolves when the session answers. */
export async function startTrial({ folder }: Laboratory, { lines, ...options }: TrialOptions): Promise<Trial> {
  const port = await freePort();
  const server = startServer(folder, port, lines);
  const relay = await startRelay({ to: port, ...options });
  const end = async () => {
    await Promise.all([stop(client), stop(server.child)]);
    await relay.close();
  };
  let client: ChildProcess | undefined;
  try {
    await reachable(port, server);
    client = startClient(folder, relay.port);
    const answers = echo(client);
    if (!(await answers(15_000))) throw new Error(`no session; sshd says: ${server.said()}`);
    const { pid } = client;
    return {
      relay,
      answers,
      freeze: () => pid !== undefined && process.kill(pid, 'SIGSTOP'),
      serverGaveUp: server.gaveUp,
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

interface RunningServer {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly gaveUp: (withinMs: number) => Promise<number | undefined>;
}

function startServer(folder: string, port: number, lines: readonly string[]): RunningServer {
  const file = join(folder, `sshd_config-${port}`);
  const own = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${join(folder, 'host')}`,
    `AuthorizedKeysFile ${join(folder, 'authorized_keys')}`,
    'PidFile none',
    'PermitRootLogin yes',
    'StrictModes no',
    'UsePAM no',
    'LogLevel VERBOSE',
    // The user's own start-up files (bash reads ~/.bashrc for a command of ssh) are not part of the trial, and may take their time.
    `SetEnv HOME=${folder}`,
  ];
  writeFileSync(file, `${[...lines, ...own].join('\n')}\n`);
  const child = spawn(SSHD, ['-D', '-e', '-f', file], { stdio: ['ignore', 'ignore', 'pipe'], env: {} });
  let said = '';
  let gaveUp: number | undefined;
  const waiting = new Set<() => void>();
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (gaveUp === undefined && /Timeout, client not responding/.test(said)) {
      gaveUp = performance.now();
      for (const wake of waiting) wake();
    }
  });
  return {
    child,
    said: () => said,
    gaveUp: (withinMs) => wakened(withinMs, waiting, () => gaveUp),
  };
}

function startClient(folder: string, port: number): ChildProcess {
  const options = {
    IdentitiesOnly: 'yes',
    StrictHostKeyChecking: 'no',
    UserKnownHostsFile: '/dev/null',
    GlobalKnownHostsFile: '/dev/null',
    BatchMode: 'yes',
    ServerAliveInterval: '0',
    TCPKeepAlive: 'no',
    ControlMaster: 'no',
  };
  const list = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const user = `${userInfo().username}@127.0.0.1`;
  return spawn(SSH, ['-F', 'none', ...list, '-i', join(folder, 'user'), '-p', String(port), '-T', user, 'exec cat'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH ?? '' },
  });
}

// Each line has a number, so that a late answer is not taken for another one.
function echo(client: ChildProcess): Trial['answers'] {
  let received = '';
  let asked = 0;
  const waiting = new Set<() => void>();
  client.stdin?.on('error', () => undefined);
  client.stdout?.setEncoding('utf8').on('data', (text: string) => {
    received += text;
    for (const wake of waiting) wake();
  });
  return async (withinMs) => {
    const line = `line ${++asked}\n`;
    client.stdin?.write(line);
    return (await wakened(withinMs, waiting, () => received.includes(line) || undefined)) ?? false;
  };
}

/** Resolves as soon as `value` has one, asked each time somebody wakes us; to undefined when the time is over. */
function wakened<T>(withinMs: number, waiting: Set<() => void>, value: () => T | undefined): Promise<T | undefined> {
  return new Promise((resolve) => {
    const done = (found: T | undefined) => {
      clearTimeout(timer);
      waiting.delete(wake);
      resolve(found);
    };
    const wake = () => {
      const found = value();
      if (found !== undefined) done(found);
    };
    const timer = setTimeout(() => done(undefined), withinMs);
    waiting.add(wake);
    wake();
  });
}

/** Ends a process and what it started; a stopped one too. */
async function stop(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function reachable(port: number, { child, said }: RunningServer): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) break;
    if (await opens(port)) return;
    await pause(50);
  }
  throw new Error(`sshd does not listen: ${said()}`);
}

function opens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** The laboratory's only clock: real time has to pass for a real sshd. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
