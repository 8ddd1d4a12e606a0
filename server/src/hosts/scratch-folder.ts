// A folder of one's own for a while: nobody else may look into it, and it goes away whatever happens.
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ScratchFile } from '../workspace/sshd-program';

const present = new Set<string>();

process.on('exit', () => {
  for (const folder of present) rmSync(folder, { recursive: true, force: true });
});

/** Makes the folder (mode 0700), works in it, removes it. Its path needs no quoting in sshd_config. */
export async function withScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(await plainTemporaryFolder(), 'sshd-check-'));
  present.add(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    present.delete(folder);
  }
}

/** Writes the files below the folder (mode 0600); refuses a path that leads out of it. */
export async function writeScratch(folder: string, files: readonly ScratchFile[]): Promise<void> {
  for (const { path: name, bytes } of files) {
    const file = path.resolve(folder, name);
    if (!file.startsWith(folder + path.sep)) throw new Error(`${name} lies outside the scratch folder`);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, bytes, { mode: 0o600, flag: 'wx' });
  }
}

// Include takes the path as a pattern.
async function plainTemporaryFolder(): Promise<string> {
  const usual = await realpath(tmpdir());
  const plain = /^[\w /\\:.,~+-]*$/.test(usual);
  return plain || process.platform === 'win32' ? usual : '/tmp';
}
