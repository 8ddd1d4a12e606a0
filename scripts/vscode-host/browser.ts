/**
 * A browser to show the workbench in when nobody looks on: an installed Chrome or Chromium if it works,
 * else the headless one that the npm package @sparticuz/chromium carries, unpacked into an ignored folder.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { hostFolder } from './paths';
import { run } from './processes';

const require = createRequire(import.meta.url);

interface BrowserProgram {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const switches = [
  // The only pages ever opened are our own, on the loopback address; containers have no sandbox to offer.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Starts a headless browser. Throws with the reasons when none can be had. */
export async function launchBrowser(report: (line: string) => void): Promise<Browser> {
  const installed = installedBrowser();
  if (installed !== undefined) {
    try {
      return await launch({ executablePath: installed, env: {} });
    } catch (error) {
      report(`${installed} does not start, using the browser from npm (${String(error).split('\n')[0]})`);
    }
  }
  return launch(await carriedBrowser(report));
}

/** Unpacks the npm-carried browser ahead of time, so that a later {@link launchBrowser} need not. */
export async function setUpBrowser(report: (line: string) => void): Promise<void> {
  if (installedBrowser() === undefined) await carriedBrowser(report);
}

function launch({ executablePath, env }: BrowserProgram): Promise<Browser> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chromium.launch({
    executablePath,
    headless: true,
    args: switches,
    env: { ...Object.fromEntries(inherited), ...env },
    // Our own handlers end the browser; Playwright's would exit before the server is gone.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

function installedBrowser(): string | undefined {
  const named = process.env.CHROMIUM ?? process.env.CHROME_PATH;
  if (named !== undefined && named !== '') return named;
  return wellKnownPlaces().find((place) => existsSync(place));
}

function wellKnownPlaces(): readonly string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32':
      return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((root) =>
        root === undefined
          ? []
          : ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((file) =>
              path.join(root, file),
            ),
      );
    default: {
      const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
      const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
      return folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
    }
  }
}

async function carriedBrowser(report: (line: string) => void): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'No Chrome or Chromium is installed, and npm carries one for Linux on x64 only. Install one, or name it in CHROMIUM.',
    );
  const folder = await unpackCarried(report);
  const executablePath = path.join(folder, 'chromium');
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') };
  // A bare machine lacks libnss3 and its friends; the package brings them, older than what a system would have.
  const libraries = {
    LD_LIBRARY_PATH: [path.join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  };
  let refusal = '';
  for (const env of [fonts, { ...fonts, ...libraries }]) {
    const { status, stderr, error } = spawnSync(executablePath, ['--version'], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      timeout: 20_000,
    });
    if (status === 0) return { executablePath, env };
    refusal = error?.message ?? stderr;
  }
  throw new Error(`The browser from npm does not start:\n${refusal}`);
}

async function unpackCarried(report: (line: string) => void): Promise<string> {
  const packed = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '../../bin');
  const { version } = JSON.parse(await readFile(path.join(packed, '../package.json'), 'utf8')) as { version: string };
  const folder = path.join(hostFolder, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  report('Browser: unpacking the one from npm (once)');
  const scratch = path.join(hostFolder, `chromium-setup-${process.pid}`);
  await mkdir(scratch, { recursive: true });
  try {
    await Promise.all([
      unpackFile(path.join(packed, 'chromium.br'), path.join(scratch, 'chromium')),
      unpackArchive(path.join(packed, 'al2023.tar.br'), scratch),
      unpackArchive(path.join(packed, 'fonts.tar.br'), scratch),
    ]);
    await writeFile(path.join(scratch, 'fonts.conf'), fontConfiguration(folder));
    if (!existsSync(folder)) await rename(scratch, folder);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return folder;
}

const fontConfiguration = (folder: string): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>\n`;

const decompress = promisify(brotliDecompress);

async function unpackFile(from: string, to: string): Promise<void> {
  await writeFile(to, await decompress(await readFile(from)));
  await chmod(to, 0o755);
}

async function unpackArchive(from: string, folder: string): Promise<void> {
  const archive = path.join(folder, path.basename(from, '.br'));
  await unpackFile(from, archive);
  const { code, output } = await run('tar', ['xf', archive, '-C', folder]);
  if (code !== 0) throw new Error(`tar could not unpack ${archive}:\n${output}`);
  await rm(archive);
}
