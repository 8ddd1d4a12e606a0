// core.ts as the build would deliver it. Run from its sources it would be slower: tsx writes down the name of each closure at each turn.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { measureCore } from './core';

const root = path.resolve(import.meta.dirname, '../..');

/** Loads it. */
export async function bundledCore(): Promise<{ readonly measureCore: typeof measureCore }> {
  const outfile = path.join(root, '.cache/bench/core.mjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'core.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    loader: { '.md': 'text' },
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
