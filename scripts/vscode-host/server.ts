/** VS Code's server on the loopback address, its settings, and the address of its workbench. */
import type { ChildProcess } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from './paths';
import { endGroup, signalGroup, spawnGroup } from './processes';
import type { VscodeHost } from './setup';

const watcher = path.join(projectRoot, 'scripts/vscode-host/watch-parent.cjs');

/** Everything that would distract, call home, or change files behind our back is off. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
};

/** For a window that nobody works in: nothing is drawn beside the editor that is not looked at, and nothing blinks. */
export const bareSettings: Readonly<Record<string, unknown>> = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
};

/** A server that listens. `end` ends it and every process it started. */
export interface RunningServer {
  readonly port: number;
  readonly child: ChildProcess;
  end(): Promise<void>;
  /** For a caller that is about to exit and cannot wait. */
  kill(): void;
}

/** What {@link startServer} needs. Without a `token` any local program could use the server: tests only. */
export interface ServerOptions {
  readonly host: VscodeHost;
  /** Holds settings and state; need not exist. */
  readonly dataFolder: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly extensionsFolder?: string;
  /** 0 (the default) takes a free one. */
  readonly port?: number;
  readonly token?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly onOutput?: (text: string) => void;
}

/** Starts the server; resolves once it listens, rejects with its output when it does not. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, dataFolder, extensionsFolder = path.join(dataFolder, 'extensions') } = options;
  await mkdir(extensionsFolder, { recursive: true });
  await writeSettings(dataFolder, options.settings ?? {});
  const child = spawnGroup(
    host.node,
    ['--require', watcher, host.serverMain, ...serverArguments(options, extensionsFolder)],
    {
      env: { ...process.env, XDG_RUNTIME_DIR: dataFolder, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const port = await listening(child, options.onOutput);
  return { port, child, end: () => endGroup(child), kill: () => signalGroup(child, 'SIGKILL') };
}

function serverArguments({ dataFolder, port = 0, token }: ServerOptions, extensionsFolder: string): readonly string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
    ...['--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    // Without this the workbench silently ignores the test path it is given.
    '--enable-smoke-test-driver',
  ];
}

/** This build keeps the user's settings on the server's side. */
export async function writeSettings(dataFolder: string, extra: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [scope, settings] of [
    ['User', { ...quietSettings, ...extra }],
    ['Machine', {}],
  ] as const) {
    const folder = path.join(dataFolder, 'data', scope);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
  }
}

function listening(child: ChildProcess, onOutput: ((text: string) => void) | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    let all = '';
    const read = (chunk: Buffer): void => {
      const text = chunk.toString();
      onOutput?.(text);
      all = (all + text).slice(-20_000);
      const port = /Extension host agent listening on (\d+)/.exec(all)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`VS Code's server ended with code ${code}:\n${all}`)));
  });
}

/** What the workbench opens with. `payload` are pairs that the workbench takes for command line switches. */
export interface WorkbenchPlace {
  /** A folder, or a `.code-workspace` file. */
  readonly folder?: string;
  readonly payload?: readonly (readonly [string, string])[];
  readonly token?: string;
}

/** The address of the workbench. */
export function workbenchUrl(port: number, { folder, payload = [], token }: WorkbenchPlace): string {
  const url = new URL(`http://127.0.0.1:${port}/`);
  if (token !== undefined) url.searchParams.set('tkn', token);
  if (folder === undefined) url.searchParams.set('ew', 'true');
  else url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  url.searchParams.set('payload', JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload]));
  return url.href;
}

/** How the workbench spells a path of the machine that its server runs on. */
export const remoteUri = (port: number, file: string): string =>
  `vscode-remote://127.0.0.1:${port}${path.resolve(file)}`;

/**
 * Another name for the project's folder, to give to the workbench as the extension under development. By its own name
 * the host's themes would lie inside of it, and the workbench would pick one of them instead of the user's.
 */
export async function developmentLink(scratch: string): Promise<string> {
  const link = path.join(scratch, 'extension');
  await symlink(projectRoot, link, 'junction');
  return link;
}
