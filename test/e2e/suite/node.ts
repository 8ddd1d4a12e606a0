/** What VS Code loads to test the extension in its Node extension host. */
import { fakeSshd } from './fake-sshd';
import { killServer } from './kill-server';
import { runMocha } from './run-mocha';
import { defineSuites } from './suites';

const run = (): Promise<void> =>
  runMocha(() => (process.platform === 'win32' ? defineSuites() : defineSuites(async () => killServer(), fakeSshd)));

// The bundled mocha takes module.exports for itself: take it back.
module.exports = { run };
