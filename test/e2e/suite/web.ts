/** What VS Code loads to test the extension in its web worker extension host. */
import { runMocha } from './run-mocha';
import { defineSuites } from './suites';

const run = (): Promise<void> => runMocha(() => defineSuites(undefined, 'browser'));

// The bundled mocha takes module.exports for itself: take it back.
module.exports = { run };
