// A new file sshd_config.d/10-keepalive.conf for the keepalive lines, where an Include of the main file reads it; lines elsewhere make way.
import { matchesPattern } from '../../base/wildcard';
import type { IncludePattern } from '../../model/configuration';
import type { KeepaliveValues } from '../../model/keepalive';
import type { Snapshot } from '../../model/snapshot';
import type { Fix } from '../rule';
import { otherLines } from './keepalive-edits';

const NAME = '10-keepalive.conf';

/** Undefined where no Include reads such a file, or where it is there already. */
export function keepaliveDropIn(snapshot: Snapshot, values: KeepaliveValues, title: string): Fix | undefined {
  const { configuration } = snapshot;
  const include = configuration.includes.find((one) => isDropInFolder(one, snapshot));
  if (include === undefined) return undefined;
  const path = `${folderOf(include.path)}/${NAME}`;
  const uri = uriBeside(snapshot, path);
  if (uri === undefined || configuration.sources.sources.has(uri)) return undefined;
  const text = `# Keepalive for all connections; lower names and earlier lines would win.\nClientAliveInterval ${values.interval}\nClientAliveCountMax ${values.countMax}\n`;
  return {
    title: `${title}: ${NAME}`,
    safety: 'unsafe',
    edits: otherLines(snapshot, 'every-connection'),
    creates: { uri, text },
  };
}

function isDropInFolder({ path, placed, reading }: IncludePattern, { configuration }: Snapshot): boolean {
  const isGlobal = placed.conditions.length === 0 && reading === configuration.main;
  const pattern = path.slice(path.lastIndexOf('/') + 1);
  return isGlobal && pattern.includes('*') && matchesPattern(NAME, pattern) && !/[*?[]/.test(folderOf(path));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

// The file lies as far from the main file's URI as from its path.
function uriBeside({ configuration }: Snapshot, path: string): string | undefined {
  const { file } = configuration.main;
  const folder = `${folderOf(file.path)}/`;
  if (!path.startsWith(folder)) return undefined;
  return `${file.uri.slice(0, file.uri.lastIndexOf('/') + 1)}${path.slice(folder.length)}`;
}
