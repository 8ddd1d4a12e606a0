// Logins at a real sshd that is started for them on loopback and ended by process id: who gets in with a key. Needs root, because only root lets others in.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../kit/free-port';
import { SSHD } from './installed-sshd';

const SSH = '/usr/bin/ssh';
const LISTENS_WITHIN_MS = 15_000;
const LOGIN_WITHIN_MS = 30_000;

/** Why nobody can be let in here; undefined: keys lie ready in the folder, beside the host's `key`. */
export function missingForLogins(folder: string): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can let other users in';
  if (spawnSync(SSH, ['-V'], { timeout: 10_000 }).status !== 0) return `no ${SSH}`;
  // sshd reads the keys as the user who logs in.
  chmodSync(folder, 0o755);
  const made = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'user')], {
    timeout: 10_000,
  });
  if (made.status !== 0) return 'no ssh-keygen';
  copyFileSync(join(folder, 'user.pub'), keysFile(folder));
  chmodSync(keysFile(folder), 0o644);
  return undefined;
}

/** The file with the one key that is tried. */
export function keysFile(folder: string): string {
  return join(folder, 'keys');
}

/** Those of the users that sshd accepts with their key. `text` names no port. */
export async function letInByKey(text: string, users: readonly string[], folder: string): Promise<readonly string[]> {
  const port = await freePort();
  const file = join(folder, 'sshd_config');
  writeFileSync(file, text);
  // The users' own start-up files (bash reads ~/.bashrc for a command of ssh) are not part of it, and may take their time.
  const own = `SetEnv=HOME=${folder}`;
  const options = [`Port=${port}`, 'ListenAddress=127.0.0.1', 'PidFile=none', 'LogLevel=VERBOSE', own];
  const server = spawn(
    SSHD,
    ['-D', '-e', '-f', file, '-h', join(folder, 'key'), ...options.flatMap((one) => ['-o', one])],
    { stdio: ['ignore', 'ignore', 'pipe'], env: {} },
  );
  const ended = once(server, 'exit');
  let said = '';
  const listening = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`sshd does not listen: ${said}`)), LISTENS_WITHIN_MS);
    server.stderr.setEncoding('utf8').on('data', (more: string) => {
      said += more;
      if (!/Server listening on/.test(said)) return;
      clearTimeout(late);
      resolve();
    });
  });
  try {
    await listening;
    await Promise.all(users.map((user) => tryKey(user, port, folder)));
  } finally {
    server.kill('SIGKILL');
    await ended;
  }
  return users.filter((user) => said.includes(`Accepted publickey for ${user} from`));
}

async function tryKey(user: string, port: number, folder: string): Promise<void> {
  const options = {
    IdentitiesOnly: 'yes',
    PreferredAuthentications: 'publickey',
    StrictHostKeyChecking: 'no',
    UserKnownHostsFile: '/dev/null',
    GlobalKnownHostsFile: '/dev/null',
    BatchMode: 'yes',
    ControlMaster: 'no',
  };
  const list = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const identity = ['-i', join(folder, 'user'), '-p', String(port)];
  const client = spawn(SSH, ['-F', 'none', ...list, ...identity, '-T', `${user}@127.0.0.1`, 'exit'], {
    stdio: 'ignore',
    env: { PATH: process.env.PATH ?? '' },
    timeout: LOGIN_WITHIN_MS,
    killSignal: 'SIGKILL',
  });
  await once(client, 'exit');
}
