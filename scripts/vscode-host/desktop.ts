/** An installed desktop VS Code, run with a profile of its own so that it can be ended without touching the user's windows. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from './paths';
import { spawnGroup } from './processes';
import { quietSettings } from './server';

/** An open window. `end` closes it without waiting. */
export interface Desktop {
  readonly closed: Promise<number>;
  readonly end: () => void;
}

/** What to open; `scratch` takes the profile. */
export interface DesktopOptions {
  readonly folder: string;
  readonly file: string | undefined;
  readonly scratch: string;
}

/** Whether the `code` command works. */
export const hasDesktopCode = (): boolean =>
  spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32', timeout: 20_000 }).status ===
  0;

/** Opens a window with the extension from this checkout. */
export async function openDesktop({ folder, file, scratch }: DesktopOptions): Promise<Desktop> {
  const profile = path.join(scratch, 'profile');
  await mkdir(path.join(profile, 'User'), { recursive: true });
  await writeFile(path.join(profile, 'User/settings.json'), JSON.stringify(quietSettings, null, 2));
  const args = [
    ...['--wait', '--new-window', '--disable-workspace-trust', '--skip-welcome'],
    `--user-data-dir=${profile}`,
    `--extensions-dir=${path.join(scratch, 'extensions')}`,
    `--extensionDevelopmentPath=${projectRoot}`,
    ...[folder, ...(file === undefined ? [] : [file])],
  ];
  const child = spawnGroup('code', args, { stdio: 'inherit' });
  console.log('VS Code is opening. Close its window or press Ctrl-C here to end it.');
  const closed = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
  return { closed, end: () => endWindow(profile) };
}

/** `code` leaves the window to a process outside of its group, whose id VS Code writes into the profile. */
function endWindow(profile: string): void {
  try {
    process.kill(Number.parseInt(readFileSync(path.join(profile, 'code.lock'), 'utf8'), 10), 'SIGTERM');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ESRCH') throw error;
  }
}
