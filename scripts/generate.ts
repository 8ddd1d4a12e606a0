// `npm run generate`: writes the files that are made from the catalogue, the rules and the list of settings.
// With --check it writes nothing, lists what is stale and ends with 1.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { outputs } from './generate/outputs';

const stale = outputs().filter(({ fresh }) => !fresh);

if (process.argv.includes('--check')) {
  for (const { name } of stale) console.log(`stale: ${name} (npm run generate)`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const { name, path: file, text } of stale) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`written: ${name}`);
  }
  if (stale.length === 0) console.log('Everything is fresh.');
}
