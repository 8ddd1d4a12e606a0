// Debian 12's sshd on this machine, for the tests that ask it, or why there is none. sshd only reads: an argument list without a shell and a time limit.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Files, MAIN } from './random-config';

export const SSHD = '/usr/sbin/sshd';
const RUN_FOLDER = '/run/sshd';

/** What `sshd -t` says. */
export interface Tested {
  readonly accepted: boolean;
  readonly messages: readonly string[];
}

/** Asks sshd about a text. The folder holds the key that missingSshd() made. */
export function tested(text: string, folder: string): Tested {
  return testedFiles({ [MAIN]: text }, folder);
}

/** The same of several files; `{dir}` in texts and messages is the folder they lie in. */
export function testedFiles(files: Files, folder: string): Tested {
  const dir = join(folder, 'etc');
  rmSync(dir, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text.replaceAll('{dir}', dir));
  }
  const { status, stderr, error } = spawnSync(SSHD, ['-t', '-f', join(dir, MAIN), '-h', join(folder, 'key')], {
    encoding: 'utf8',
    timeout: 10_000,
  });
  if (error !== undefined) throw error;
  const messages = stderr.replaceAll(dir, '{dir}').split(/\r?\n/);
  return { accepted: status === 0, messages: messages.filter((line) => line !== '') };
}

/** Makes a host key in the folder and says why this machine cannot tell; undefined where it can. */
export function missingSshd(folder: string): string | undefined {
  if (!existsSync(SSHD)) return `no ${SSHD}`;
  if (!existsSync(RUN_FOLDER)) return `no folder ${RUN_FOLDER}, without which sshd does not read its file`;
  const version = spawnSync(SSHD, ['-V'], { encoding: 'utf8', timeout: 10_000 }).stderr;
  if (!version.startsWith('OpenSSH_9.2')) return `not OpenSSH 9.2 but ${version.trim()}`;
  const key = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'key')], {
    timeout: 10_000,
  });
  if (key.status !== 0) return 'no ssh-keygen';
  const plain = tested('Port 22\n', folder);
  if (!plain.accepted) return `sshd refuses any file: ${plain.messages.join(' / ')}`;
  return tested('DebianBanner no\n', folder).accepted ? undefined : "not Debian's OpenSSH 9.2";
}
