// Debian 12's sshd on this machine, for the tests that ask it, or why there is none. sshd only reads: an argument list without a shell and a time limit.
// Another one: SSHD_PROGRAM=/path/of/sshd SSHD_TARGET=debian-11, and where a build leaves things out, SSHD_WITHOUT='gss|kerberos', a pattern.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shortName } from '../../server/src/catalog/versions';
import { targetOf } from '../kit/snapshot';
import { type Files, MAIN } from './random-config';

export const SSHD = process.env.SSHD_PROGRAM ?? '/usr/sbin/sshd';
/** Which target it is. */
export const TARGET = process.env.SSHD_TARGET ?? 'debian-12';
const LEFT_OUT = process.env.SSHD_WITHOUT;
const RUN_FOLDER = '/run/sshd';

/** What `sshd -t` says. */
export interface Tested {
  readonly accepted: boolean;
  readonly messages: readonly string[];
}

/** Whether the files name nothing that this build leaves out. */
export function isAskable(files: Files): boolean {
  const pattern = LEFT_OUT === undefined ? undefined : new RegExp(LEFT_OUT, 'i');
  return !Object.values(files).some((text) => pattern?.test(text));
}

/** Asks sshd about a text. The folder holds the key that missingSshd() made. */
export function tested(text: string, folder: string): Tested {
  return testedFiles({ [MAIN]: text }, folder);
}

/** The same of several files; `{dir}` in texts and messages is the folder they lie in. */
export function testedFiles(files: Files, folder: string): Tested {
  const dir = join(folder, 'etc');
  laidOut(files, dir);
  const { status, stderr, error } = spawnSync(SSHD, ['-t', '-f', join(dir, MAIN), '-h', join(folder, 'key')], {
    encoding: 'utf8',
    timeout: 10_000,
  });
  if (error !== undefined) throw error;
  return saidOf(status, stderr, dir);
}

// Starts one sshd after the other: a shell does that in less time than a large Node process needs to fork.
const ONE_BY_ONE = `sshd=$1 key=$2
shift 2
for dir do
  "$sshd" -t -f "$dir/${MAIN}" -h "$key" 2>"$dir.said"
  echo $?
done`;

/** The same of many configurations, in their order. */
export function testedAll(many: readonly Files[], folder: string): readonly Tested[] {
  const dirs = many.map((files, at) => {
    const dir = join(folder, `etc${at}`);
    laidOut(files, dir);
    return dir;
  });
  const { status, stdout, error } = spawnSync('sh', ['-c', ONE_BY_ONE, 'sh', SSHD, join(folder, 'key'), ...dirs], {
    encoding: 'utf8',
    timeout: 10_000 + 1000 * many.length,
  });
  if (error !== undefined) throw error;
  const codes = stdout.trim().split('\n').map(Number);
  if (status !== 0 || codes.length !== many.length) throw new Error(`${codes.length} of ${many.length} were asked`);
  return dirs.map((dir, at) => {
    const code = codes[at];
    // The shell's own codes: there is no such program, or it does not start. One that crashed has refused.
    if (code === undefined || code === 126 || code === 127) throw new Error(`sshd was not asked: ${code} in ${dir}`);
    const said = saidOf(code, readFileSync(`${dir}.said`, 'utf8'), dir);
    rmSync(dir, { recursive: true });
    return said;
  });
}

function laidOut(files: Files, dir: string): void {
  rmSync(dir, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text.replaceAll('{dir}', dir));
  }
}

function saidOf(status: number | null, stderr: string, dir: string): Tested {
  const messages = stderr.replaceAll(dir, '{dir}').split(/\r?\n/);
  return { accepted: status === 0, messages: messages.filter((line) => line !== '') };
}

/** Makes a host key in the folder and says why this machine cannot tell; undefined where it can. */
export function missingSshd(folder: string): string | undefined {
  if (!existsSync(SSHD)) return `no ${SSHD}`;
  if (!existsSync(RUN_FOLDER)) return `no folder ${RUN_FOLDER}, without which sshd does not read its file`;
  const version = spawnSync(SSHD, ['-V'], { encoding: 'utf8', timeout: 10_000 }).stderr;
  const { release, vendor } = targetOf(TARGET);
  if (!version.includes(`OpenSSH_${shortName(release)}`)) return `not OpenSSH ${release} but ${version.trim()}`;
  const key = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'key')], {
    timeout: 10_000,
  });
  if (key.status !== 0) return 'no ssh-keygen';
  const plain = tested('Port 22\n', folder);
  if (!plain.accepted) return `sshd refuses any file: ${plain.messages.join(' / ')}`;
  if (vendor !== 'debian') return undefined;
  return tested('DebianBanner no\n', folder).accepted ? undefined : `not Debian's OpenSSH ${release}`;
}
