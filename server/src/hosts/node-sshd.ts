// The sshd of this machine: found, asked for its version, run with -t on a scratch copy. What it says, others read.
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { MAIN_FILE, type SshdProgram, TIME_LIMIT_MS } from '../workspace/sshd-program';
import { type ProgramRun, runProgram } from './run-program';
import { withScratchFolder, writeScratch } from './scratch-folder';

const WINDOWS = process.platform === 'win32';
const SUFFIX = WINDOWS ? '.exe' : '';
const PLACES = WINDOWS
  ? ['C:\\Windows\\System32\\OpenSSH\\sshd.exe', 'C:\\Program Files\\OpenSSH\\sshd.exe']
  : ['/usr/sbin/sshd', '/usr/local/sbin/sshd', '/opt/homebrew/sbin/sshd'];

/** Starts programs of this machine; whether it may is for the caller to know. `limitMs` is each program's time limit. */
export function nodeSshd(limitMs: number = TIME_LIMIT_MS): SshdProgram {
  return {
    places: [...PLACES, 'PATH'],
    find: (named) => firstProgram(named === '' ? [...PLACES, ...onPath('sshd')] : [named]),
    banner: async (program) => {
      const ask = (option: string): Promise<ProgramRun> =>
        runProgram(program, [option], { folder: path.dirname(program), limitMs });
      // Old ones know no -V and answer both with their usage, which opens with the version.
      const [version, usage] = await Promise.all([ask('-V'), ask('-?')]);
      return `${version.output}\n${usage.output}`;
    },
    test: (program, filesIn) =>
      withScratchFolder(async (scratch) => {
        const folder = scratch.replaceAll('\\', '/');
        await writeScratch(scratch, filesIn(folder));
        const key = await throwAwayKey(program, scratch, limitMs);
        const args = ['-t', '-f', MAIN_FILE, ...(key === undefined ? [] : ['-h', key])];
        return { ...(await runProgram(program, args, { folder: scratch, limitMs })), folder };
      }),
    uriOf: (file) => pathToFileURL(file).href,
  };
}

// sshd wants a host key that it may read; the real ones are for root alone.
async function throwAwayKey(sshd: string, folder: string, limitMs: number): Promise<string | undefined> {
  const beside = path.dirname(sshd);
  const name = `ssh-keygen${SUFFIX}`;
  const places = [path.join(beside, name), path.join(beside, '..', 'bin', name), ...onPath('ssh-keygen')];
  const keygen = await firstProgram(places);
  if (keygen === undefined) return undefined;
  const args = ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', 'host_key'];
  const { code } = await runProgram(keygen, args, { folder, limitMs });
  return code === 0 ? path.join(folder, 'host_key') : undefined;
}

function onPath(name: string): readonly string[] {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, name + SUFFIX));
}

async function firstProgram(places: readonly string[]): Promise<string | undefined> {
  for (const place of places) if (path.isAbsolute(place) && (await isProgram(place))) return place;
  return undefined;
}

async function isProgram(place: string): Promise<boolean> {
  try {
    await access(place, constants.X_OK);
    return (await stat(place)).isFile();
  } catch {
    // Missing and forbidden alike: not one to start.
    return false;
  }
}
