// How much is delivered: the packed extension where there is one, and the programs in dist.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const dist = path.resolve(import.meta.dirname, '../../dist');

/** One thing that is delivered, in bytes. */
export interface Delivered {
  readonly name: string;
  readonly bytes: number;
}

/** The .vsix files and the programs. */
export function deliveredSizes(): readonly Delivered[] {
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  const wanted = names.filter((name) => /\.(vsix|c?js)$/.test(name)).sort();
  return wanted.map((name) => ({ name, bytes: statSync(path.join(dist, name)).size }));
}
