/**
 * Puts a real VS Code (its server and web workbench, as carried by the npm package code-server) into an ignored folder,
 * from the npm registry alone. No install script runs and nothing is compiled. A second call finds it ready.
 * Two releases are known: the old one that everything is tested in, and on request a current one, with the Node it wants.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hostFolder } from './paths';
import { run } from './processes';

interface Release {
  readonly version: string;
  readonly integrity: string;
  readonly node: number;
}

const RELEASES = {
  // VS Code 1.100.3
  old: {
    version: '4.100.3',
    integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    node: 20,
  },
  // VS Code 1.139.1
  new: {
    version: '4.139.1',
    integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    node: 24,
  },
} as const satisfies Readonly<Record<string, Release>>;

const ripgrepVersion = '1.18.0';
const nodeVersion = '24.9.0';

/** The environment variable that asks for another release than `old`; the programs that are started inherit it. */
export const RELEASE_VARIABLE = 'SSHD_CONFIG_VSCODE';

/** A VS Code ready to serve: run `serverMain` with `node`. */
export interface VscodeHost {
  readonly serverMain: string;
  readonly node: string;
}

/** Sets VS Code up unless it is there already. Throws with the reason when it cannot be had. */
export async function setUpVscode(report: (line: string) => void): Promise<VscodeHost> {
  const release: Release = RELEASES[process.env[RELEASE_VARIABLE] === 'new' ? 'new' : 'old'];
  const { version, integrity } = release;
  const folder = path.join(hostFolder, `code-server-${version}`);
  const host = { serverMain: path.join(folder, 'lib/vscode/out/server-main.js'), node: nodeFor(release, folder) };
  if (existsSync(path.join(folder, 'ready.json'))) return host;
  const started = Date.now();
  const scratch = path.join(hostFolder, `setup-${process.pid}`);
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  try {
    await fetchAndUnpack(release, scratch, report);
    report('VS Code: installing its dependencies (no install scripts)');
    await npm(['install', '--omit=dev', '--ignore-scripts'], path.join(scratch, 'lib/vscode'));
    await addRipgrep(scratch, report);
    if (host.node !== process.execPath) await addNode(scratch, report);
    await writeFile(path.join(scratch, 'ready.json'), JSON.stringify({ version, integrity }));
    await moveInto(folder, scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  report(`VS Code: ready after ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return host;
}

/** Our own Node where it is new enough, else one that lies beside VS Code. */
function nodeFor({ node }: Release, folder: string): string {
  const own = Number(process.versions.node.split('.')[0]);
  return own >= node ? process.execPath : path.join(folder, 'node/node_modules', nodePackage(), 'bin/node');
}

const nodePackage = (): string => `node-${process.platform}-${process.arch}`;

async function addNode(folder: string, report: (line: string) => void): Promise<void> {
  report(`VS Code: fetching Node ${nodeVersion}, which it wants`);
  const prefix = path.join(folder, 'node');
  await npm(
    ['install', '--prefix', prefix, '--ignore-scripts', '--no-save', `${nodePackage()}@${nodeVersion}`],
    folder,
  );
}

async function fetchAndUnpack(
  { version, integrity }: Release,
  folder: string,
  report: (line: string) => void,
): Promise<void> {
  report(`VS Code: fetching code-server ${version} from the npm registry (once, about 50 MB)`);
  await npm(['pack', `code-server@${version}`], folder);
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error('npm pack left no archive behind');
  const archive = path.join(folder, name);
  const found = `sha512-${createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')}`;
  if (found !== integrity) throw new Error(`code-server ${version} is not the file we know: ${found}`);
  const wanted = ['package/lib/vscode', 'package/LICENSE', 'package/ThirdPartyNotices.txt'];
  const unpacked = await run('tar', ['xzf', name, '--strip-components=1', ...wanted], { cwd: folder });
  if (unpacked.code !== 0) throw new Error(`tar could not unpack code-server:\n${unpacked.output}`);
  await rm(archive);
}

/** VS Code gets its search program from an install script, which does not run here; the platform's package has it inside. */
async function addRipgrep(folder: string, report: (line: string) => void): Promise<void> {
  const target = path.join(folder, 'lib/vscode/node_modules/@vscode/ripgrep/bin');
  const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  const scratch = path.join(folder, 'ripgrep');
  try {
    await npm(['install', '--prefix', scratch, '--ignore-scripts', '--no-save', `${name}@${ripgrepVersion}`], folder);
    await cp(path.join(scratch, 'node_modules', name, 'bin'), target, { recursive: true });
  } catch (error) {
    report(`VS Code: no search program for this platform, "Find in Files" will not work (${String(error)})`);
  }
  await rm(scratch, { recursive: true, force: true });
}

/** Another process may have set the same thing up meanwhile: then theirs stays. */
async function moveInto(folder: string, scratch: string): Promise<void> {
  if (existsSync(path.join(folder, 'ready.json'))) return;
  await rm(folder, { recursive: true, force: true });
  await rename(scratch, folder);
}

async function npm(args: readonly string[], cwd: string): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const { code, output } = await run('npm', [...args, ...quiet], { cwd });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${output}`);
}
