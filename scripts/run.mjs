#!/usr/bin/env node
// The door to `npm start` and `npm test`. Must run on a fresh clone where nothing is installed: no dependency,
// no TypeScript. Installs what is missing, then hands over to start.ts or test.ts in this same process.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const commands = { start: './start.ts', test: './test.ts' };

/** Whether node_modules holds what the lockfile says. Compares versions, not dates: a checkout changes those. */
function installed() {
  const inside = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(inside)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const { packages: found } = JSON.parse(readFileSync(inside, 'utf8'));
  return Object.entries(wanted).every(
    ([name, entry]) =>
      !name.includes('node_modules/') ||
      entry.link === true ||
      entry.optional === true ||
      entry.devOptional === true ||
      found[name]?.version === entry.version,
  );
}

function install() {
  console.log('Installing the dependencies of the lockfile (npm ci) ...');
  const started = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    const forward = (signal) => child.kill(signal);
    process.once('SIGINT', forward).once('SIGTERM', forward);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      if (code !== 0) return reject(new Error(`npm ci ended with code ${code}`));
      console.log(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
      resolve();
    });
  });
}

async function main([command, ...args]) {
  const script = commands[command];
  if (script === undefined) throw new Error(`Usage: run.mjs (${Object.keys(commands).join('|')}) [ARGUMENTS]`);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`Node ${process.versions.node} is too old, 20.19 is needed`);
  process.chdir(root);
  if (!installed()) await install();
  const { tsImport } = await import('tsx/esm/api');
  const { main: run } = await tsImport(script, import.meta.url);
  process.exit(await run(args));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
