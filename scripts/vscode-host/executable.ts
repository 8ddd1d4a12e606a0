/**
 * Acts as the VS Code executable for an extension test: takes the switches that runTests() passes, serves VS Code,
 * opens its workbench in a headless browser, and gives the test run's exit code back.
 */
import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { endMarker, linePrefix } from '../../test/e2e/suite/protocol';
import { launchBrowser } from './browser';
import { onStop } from './processes';
import { bareSettings, type RunningServer, remoteUri, startServer, workbenchUrl } from './server';
import { setUpVscode } from './setup';
import { mountWebExtension } from './web-extension';

const timeLimit = Number(process.env.VSCODE_HOST_TIMEOUT ?? 240_000);
const verbose = process.env.VSCODE_HOST_VERBOSE !== undefined;

interface Request {
  readonly developmentPaths: readonly string[];
  readonly testsPath: string;
  readonly web: boolean;
  readonly folder: string | undefined;
}

/** Runs one extension test; resolves to the process's exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const request = readSwitches(argv);
  const scratch = await mkdtemp(path.join(tmpdir(), 'vscode-host-'));
  const started: { server?: RunningServer; browser?: Browser } = {};
  const cleanUp = async (): Promise<void> => {
    started.server?.kill();
    await started.browser?.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  onStop(cleanUp);
  try {
    const host = await setUpVscode(console.error);
    started.server = await startServer({
      host,
      dataFolder: path.join(scratch, 'data'),
      settings: bareSettings,
      ...(verbose ? { onOutput: (text: string) => process.stderr.write(text) } : {}),
    });
    started.browser = await launchBrowser(console.error);
    return await runInWorkbench(request, started.server, started.browser);
  } catch (error) {
    console.error('vscode-host:', error instanceof Error ? error.message : error);
    return 1;
  } finally {
    await cleanUp();
  }
}

function readSwitches(argv: readonly string[]): Request {
  const values = (name: string): readonly string[] =>
    argv.filter((a) => a.startsWith(`--${name}=`)).map((a) => a.slice(name.length + 3));
  const testsPath = values('extensionTestsPath')[0];
  if (testsPath === undefined)
    throw new Error('--extensionTestsPath is missing: this executable only runs extension tests');
  return {
    developmentPaths: values('extensionDevelopmentPath'),
    testsPath,
    web: values('extensionDevelopmentKind').includes('web'),
    folder: argv.filter((a) => !a.startsWith('-')).find(isWorkspace),
  };
}

function isWorkspace(name: string): boolean {
  const found = statSync(name, { throwIfNoEntry: false });
  return found?.isDirectory() === true || (found?.isFile() === true && name.endsWith('.code-workspace'));
}

async function runInWorkbench(request: Request, server: RunningServer, browser: Browser): Promise<number> {
  // What moves is drawn sixty times a second, and nobody looks on.
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const log = runLog();
  const result = exitCode(page, server, log);
  // It may fail while the page still loads; whoever waits for it hears of it then.
  result.catch(() => undefined);
  const { port } = server;
  const folder = request.folder === undefined ? {} : { folder: path.resolve(request.folder) };
  if (request.web) {
    const [extension] = request.developmentPaths;
    if (extension === undefined) throw new Error('--extensionDevelopmentPath is missing');
    await mountWebExtension(page, port, { folder: extension, testEntry: request.testsPath });
  }
  const development: readonly (readonly [string, string])[] = request.web
    ? []
    : [
        ...request.developmentPaths.map((p) => ['extensionDevelopmentPath', remoteUri(port, p)] as const),
        ['extensionTestsPath', remoteUri(port, request.testsPath)],
      ];
  await page.goto(workbenchUrl(port, { ...folder, payload: [...development, ['logLevel', 'info']] }));
  const code = await result;
  if (code === 0 && !log.ended()) {
    // The workbench reports 0 as well when the extension host dies.
    console.error('vscode-host: the extension host ended before the suite did');
    log.printRest();
    return 1;
  }
  if (code !== 0 && !log.ended()) log.printRest();
  return code;
}

interface RunLog {
  add(kind: string, line: string): void;
  ended(): boolean;
  printRest(): void;
}

/** Sorts what the extension host logs: the suite's own lines are printed, the rest is kept for the day it is needed. */
function runLog(): RunLog {
  let ended = false;
  const rest: string[] = [];
  return {
    add: (kind, line) => {
      if (line.startsWith(endMarker)) ended = true;
      if (line.startsWith(linePrefix) || line.startsWith(endMarker)) console.log(line);
      else {
        rest.push(`${kind}: ${line}`);
        if (verbose) console.error('[log]', line);
      }
    },
    ended: () => ended,
    printRest: () => {
      if (!verbose)
        console.error(
          rest
            .map((line) => line.split('\n')[0])
            .slice(-60)
            .join('\n'),
        );
    },
  };
}

function exitCode(page: Page, server: RunningServer, log: RunLog): Promise<number> {
  return new Promise((resolve, reject) => {
    // The workbench looks for these two functions when it runs extension tests.
    const ready = Promise.all([
      page.exposeFunction('codeAutomationLog', (kind: string, args: readonly unknown[]) =>
        log.add(kind, format(...args)),
      ),
      page.exposeFunction('codeAutomationExit', (code: number) => resolve(code)),
    ]);
    ready.catch(reject);
    page.on('crash', () => reject(new Error('the page crashed')));
    if (verbose) page.on('console', (message) => console.error('[console]', message.type(), message.text()));
    server.child.once('exit', (code) => reject(new Error(`VS Code's server ended with code ${code}`)));
    setTimeout(() => {
      log.printRest();
      reject(new Error(`no result within ${timeLimit / 1000} s`));
    }, timeLimit).unref();
  });
}
