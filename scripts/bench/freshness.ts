// Whether dist holds what the sources say now: numbers of an old build would say nothing.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Why dist cannot be measured; undefined: it can. */
export function whyStale(): string | undefined {
  const built = statSync(path.join(root, 'dist/server.js'), { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return 'dist/server.js is missing';
  const sources = path.join(root, 'server/src');
  const names = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const newer = names.find((name) => statSync(path.join(sources, name)).mtimeMs > built);
  return newer === undefined ? undefined : `dist/server.js is older than server/src/${newer}`;
}
