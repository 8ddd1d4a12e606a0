/**
 * `npm start [-- PATH]`: builds, then opens VS Code with the extension on a file or folder. Uses an installed desktop
 * VS Code where there is a display, else serves the npm-carried one on the loopback address until Ctrl-C.
 * Options: --serve (never the desktop), --port=N, --once (serve, check that it answers, end).
 */
import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hasDesktopCode, openDesktop } from './vscode-host/desktop';
import { hasDisplay } from './vscode-host/display';
import { projectRoot } from './vscode-host/paths';
import { endAll, onStop, run } from './vscode-host/processes';
import { developmentLink, type RunningServer, remoteUri, startServer, workbenchUrl } from './vscode-host/server';
import { setUpVscode } from './vscode-host/setup';

const sampleFolder = path.join(projectRoot, 'samples');
const sampleFile = path.join(sampleFolder, 'nat-timeout', 'sshd_config');

interface Place {
  readonly folder: string;
  readonly file: string | undefined;
}

/** Runs the command; resolves to the exit code when VS Code is closed or --once is done. */
export async function main(args: readonly string[]): Promise<number> {
  const place = placeOf(args.find((arg) => !arg.startsWith('-')));
  const scratch = await mkdtemp(path.join(tmpdir(), 'sshd-config-start-'));
  let beforeEnd = (): void => undefined;
  const cleanUp = async (): Promise<void> => {
    beforeEnd();
    await endAll();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  onStop(async () => {
    console.log('\nEnding VS Code ...');
    await cleanUp();
  });
  try {
    await build();
    if (hasDisplay() && hasDesktopCode() && !args.includes('--serve') && !args.includes('--once')) {
      const desktop = await openDesktop({ ...place, scratch });
      beforeEnd = desktop.end;
      return await desktop.closed;
    }
    return await serve(place, scratch, args);
  } finally {
    await cleanUp();
  }
}

function placeOf(argument: string | undefined): Place {
  if (argument === undefined) return { folder: sampleFolder, file: existsSync(sampleFile) ? sampleFile : undefined };
  // npm runs scripts in the project's folder and tells where the user stood.
  const asked = path.resolve(process.env.INIT_CWD ?? process.cwd(), argument);
  const found = statSync(asked, { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`${asked} does not exist`);
  return found.isDirectory() ? { folder: asked, file: undefined } : { folder: path.dirname(asked), file: asked };
}

async function build(): Promise<void> {
  console.log('Building the extension ...');
  const { code, output } = await run('npm', ['run', '--silent', 'build'], { cwd: projectRoot });
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
}

async function serve(place: Place, scratch: string, args: readonly string[]): Promise<number> {
  const host = await setUpVscode(console.log);
  console.log('Starting VS Code ...');
  // Whoever can talk to the server can do what you can: the token keeps other users and web pages out.
  const token = randomUUID();
  const port = Number(args.find((arg) => arg.startsWith('--port='))?.slice('--port='.length) ?? 0);
  const server = await startServer({ host, dataFolder: path.join(scratch, 'data'), port, token });
  const url = addressOf(server, place, token, await developmentLink(scratch));
  const status = await answer(url);
  if (status !== 200) throw new Error(`VS Code's server answered with status ${status}`);
  console.log(`\nVS Code with the extension is ready. Open this address in a browser:\n\n  ${url}\n`);
  if (args.includes('--once')) return 0;
  console.log('Ctrl-C ends it.');
  return new Promise((resolve) => server.child.once('exit', (code) => resolve(code ?? 1)));
}

function addressOf({ port }: RunningServer, { folder, file }: Place, token: string, extension: string): string {
  const open: readonly (readonly [string, string])[] = file === undefined ? [] : [['openFile', remoteUri(port, file)]];
  return workbenchUrl(port, {
    folder,
    token,
    payload: [['extensionDevelopmentPath', remoteUri(port, extension)], ...open],
  });
}

/** Follows the redirect with which the server turns the token into a cookie. */
async function answer(url: string): Promise<number> {
  const first = await fetch(url, { redirect: 'manual' });
  const next = first.headers.get('location');
  if (next === null) return first.status;
  const cookie = first.headers.getSetCookie().map((line) => line.split(';')[0]);
  return (await fetch(new URL(next, url), { headers: { cookie: cookie.join('; ') } })).status;
}
