/**
 * Runs one bundled suite through @vscode/test-electron. A program of its own, because runTests() writes to our
 * output directly: run.ts starts this and reads along. Usage: launch.ts (node|web) SUITE EXECUTABLE, where an empty
 * EXECUTABLE means the desktop VS Code that test-electron downloads.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { projectRoot } from '../../scripts/vscode-host/paths';
import { onStop } from '../../scripts/vscode-host/processes';
import { quietSettings } from '../../scripts/vscode-host/server';

const [kind, suite, executable] = process.argv.slice(2);
if (suite === undefined) throw new Error('Usage: launch.ts (node|web) SUITE [EXECUTABLE]');

const profile = mkdtempSync(path.join(tmpdir(), 'sshd-e2e-'));
mkdirSync(path.join(profile, 'User'), { recursive: true });
writeFileSync(path.join(profile, 'User/settings.json'), JSON.stringify(quietSettings));
// Tests change files and settings.
cpSync(path.join(projectRoot, 'test/e2e/fixtures'), path.join(profile, 'files'), { recursive: true });
const cleanUp = (): void => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
onStop(async () => cleanUp());
try {
  process.exitCode = await runTests({
    ...(executable === undefined || executable === '' ? {} : { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: process.env.E2E_EXTENSION ?? projectRoot,
    extensionTestsPath: suite,
    launchArgs: [
      path.join(profile, 'files/two-folders.code-workspace'),
      '--disable-extensions',
      `--user-data-dir=${profile}`,
      `--extensions-dir=${path.join(profile, 'extensions')}`,
      ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : []),
    ],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  cleanUp();
}
