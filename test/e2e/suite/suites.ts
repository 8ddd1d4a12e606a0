/** Every suite, in the order they run. Both hosts run the same ones. */
import { workspace } from 'vscode';
import { configurationSuite } from './configuration.test';
import { diagnosticsSuite } from './diagnostics.test';
import { editingSuite } from './editing.test';
import { effectiveViewSuite } from './effective-view.test';
import { firstStepsSuite } from './first-steps.test';
import { foldersSuite } from './folders.test';
import { hintsSuite } from './hints.test';
import { keepaliveSuite } from './keepalive.test';
import { until } from './kit';
import { navigationSuite } from './navigation.test';
import { recognitionSuite } from './recognition.test';
import { refactoringSuite } from './refactorings.test';
import { type KillServer, serverSuite } from './server.test';
import { severalFilesSuite } from './several-files.test';
import { type FakeSshd, sshdSuite } from './sshd.test';
import { writingSuite } from './writing.test';

/** Defines all suites. */
export function defineSuites(killServer?: KillServer, sshd?: FakeSshd | 'browser'): void {
  // The folders of a window that has several may come after its tests.
  suiteSetup(() =>
    until(
      () => workspace.workspaceFolders?.length === 2,
      () => 'the two folders of fixtures',
    ),
  );
  recognitionSuite();
  firstStepsSuite();
  diagnosticsSuite();
  configurationSuite();
  editingSuite();
  hintsSuite();
  writingSuite();
  navigationSuite();
  refactoringSuite();
  keepaliveSuite();
  severalFilesSuite();
  foldersSuite();
  effectiveViewSuite();
  sshdSuite(sshd);
  serverSuite(killServer);
}
