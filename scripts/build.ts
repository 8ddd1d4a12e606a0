// Builds everything that is delivered: `tsx scripts/build.ts [--watch] [--minify]`. Checks no types and runs no tests.
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, context, type Plugin } from 'esbuild';

const minify = process.argv.includes('--minify');
const watch = process.argv.includes('--watch');

const common: BuildOptions = { bundle: true, minify, target: 'es2022', legalComments: 'none', logLevel: 'warning' };
// CommonJS, because the extension's package must not be "type": "module": the web worker host then refuses its entry.
const node: BuildOptions = {
  ...common,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: `#!/usr/bin/env node\nconst bundleUrl=require('node:url').pathToFileURL(__filename).href;` },
};
const browser: BuildOptions = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };
const host = (name: string) => `server/src/hosts/${name}.ts`;

// What a rule rests on stands in its page, which is delivered beside; the server never says it. 15 kB in each bundle.
const withoutReferences: Plugin = {
  name: 'rules without their references',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]src[\\/]rules[\\/][a-z]+[\\/][a-z0-9-]+\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      return { contents: text.replace(/^( {2}references: )\[[\s\S]*?\],$/m, '$1[],'), loader: 'ts' };
    });
  },
};

const bundles: readonly BuildOptions[] = [
  {
    ...common,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['client/src/node.ts'],
    outfile: 'dist/client.cjs',
  },
  {
    ...browser,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/web/client.js',
  },
  {
    ...browser,
    format: 'iife',
    entryPoints: [host('browser')],
    outfile: 'dist/web/server.js',
    plugins: [withoutReferences],
  },
  { ...node, entryPoints: [host('node')], outfile: 'dist/server.js', plugins: [withoutReferences] },
  { ...node, entryPoints: [host('cli')], outfile: 'dist/cli.js' },
  {
    ...common,
    platform: 'neutral',
    format: 'esm',
    mainFields: ['module', 'main'],
    entryPoints: ['server/src/index.ts'],
    outfile: 'server/dist/index.js',
  },
];

/** The pages of the panels: a script and a style each. */
async function viewPages(): Promise<BuildOptions> {
  const names = (await readdir('client/views')).filter((name) => name.endsWith('-view.ts'));
  return {
    ...common,
    platform: 'browser',
    format: 'iife',
    entryPoints: names.flatMap((name) => [`client/views/${name}`, `client/views/${name.replace(/ts$/, 'css')}`]),
    outdir: 'dist/views',
  };
}

/** The pages that diagnostics link to. */
async function copyRulePages(): Promise<void> {
  await mkdir('dist/rules', { recursive: true });
  const entries = await readdir('server/src/rules', { recursive: true });
  const pages = entries.filter((entry) => entry.endsWith('.md'));
  await Promise.all(
    pages.map((page) => cp(path.join('server/src/rules', page), path.join('dist/rules', path.basename(page)))),
  );
  await Promise.all(['README.md', 'policies.md'].map(copyIndex));
}

// All pages lie in one folder there.
async function copyIndex(name: string): Promise<void> {
  const text = await readFile(path.join('docs/rules', name), 'utf8');
  const links = text
    .replace(/\]\((?:\.\.\/)+server\/src\/rules\/[a-z]+\//g, '](')
    .replace('; [rules.json](rules.json) has all of it for programs', '');
  await writeFile(path.join('dist/rules', name), links);
}

/** The server's own package, of ES modules, carries the same server, command line and pages. */
async function fillServerPackage(): Promise<void> {
  await cp('dist/server.js', 'server/dist/server.cjs');
  await cp('dist/cli.js', 'server/dist/cli.cjs');
  await cp('dist/rules', 'server/dist/rules', { recursive: true });
}

async function printSizes(): Promise<void> {
  const views = (await readdir('dist/views')).map((name) => `dist/views/${name}`);
  for (const outfile of [...bundles.map(({ outfile = '' }) => outfile), ...views]) {
    const { size } = await stat(outfile);
    console.log(`${outfile.padEnd(24)}${(size / 1024).toFixed(1).padStart(8)} kB`);
  }
}

async function watchAll(): Promise<void> {
  const all = [...bundles, await viewPages()];
  const contexts = await Promise.all(all.map((options) => context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map((one) => one.watch()));
}

await Promise.all(['dist', 'server/dist'].map((folder) => rm(folder, { recursive: true, force: true })));
await mkdir('dist/views', { recursive: true });
await copyRulePages();
if (watch) await watchAll();
else {
  await Promise.all([...bundles, await viewPages()].map((options) => build(options)));
  await fillServerPackage();
  await printSizes();
}
