/** What VS Code loads to test the extension in its Node extension host. */
import { killServer } from './kill-server';
import { runMocha } from './run-mocha';
import { defineSuites } from './suites';

const run = (): Promise<void> =>
  runMocha(() => defineSuites(process.platform === 'win32' ? undefined : async () => killServer()));

// The bundled mocha takes module.exports for itself: take it back.
module.exports = { run };
