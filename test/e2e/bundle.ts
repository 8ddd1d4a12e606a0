/** Bundles the suites for the two extension hosts. VS Code loads both as CommonJS. */
import path from 'node:path';
import { build } from 'esbuild';
import { e2eFolder, projectRoot } from '../../scripts/vscode-host/paths';

/** The two places where VS Code runs extensions. */
export type HostKind = 'node' | 'web';

/** Bundles one suite and tells where it lies. `grep` limits it to the tests whose titles match. */
export async function bundleSuite(kind: HostKind, grep = ''): Promise<string> {
  // The package is "type": "module", so Node needs .cjs; the web worker host appends .js to anything else.
  const outfile = path.join(e2eFolder, kind, kind === 'node' ? 'index.cjs' : 'index.js');
  await build({
    entryPoints: [path.join(projectRoot, 'test/e2e/suite', `${kind}.ts`)],
    outfile,
    bundle: true,
    platform: kind === 'node' ? 'node' : 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    define: { global: 'globalThis', E2E_GREP: JSON.stringify(grep) },
    logLevel: 'error',
    // The entries assign module.exports on purpose, in a package of ES modules.
    logOverride: { 'commonjs-variable-in-esm': 'silent' },
  });
  return outfile;
}
