// The target of the system a file lies on, read from the os-release file beside its etc/ssh. Knows paths only as URI text.
import { type Target, targetOfOsRelease } from '../catalog/targets';
import { bytesIn, type FileSystem } from './file-system';
import { systemRoot } from './root-mapping';

const LARGEST = 64 * 1024;
// os-release(5): the first one wins, the second is what the first usually links to.
const PLACES = ['/etc/os-release', '/usr/lib/os-release'];

/** Finds system targets; each root is read once until it is forgotten. */
export interface SystemTargets {
  /** Of the system whose tree this folder is; a URI without a slash at its end. */
  readonly targetBelow: (root: string) => Promise<Target | undefined>;
  readonly targetOf: (uri: string) => Promise<Target | undefined>;
  /** Reads every system anew next time. */
  readonly forgetAll: () => void;
}

export function systemTargets(files: FileSystem): SystemTargets {
  const known = new Map<string, Promise<Target | undefined>>();
  const targetBelow = (root: string): Promise<Target | undefined> => {
    const found = known.get(root) ?? readTarget(files, root);
    known.set(root, found);
    return found;
  };
  return {
    targetBelow,
    targetOf: (uri) => {
      const root = systemRoot(uri);
      return root === undefined ? Promise.resolve(undefined) : targetBelow(root);
    },
    forgetAll: () => known.clear(),
  };
}

async function readTarget(files: FileSystem, root: string): Promise<Target | undefined> {
  for (const place of PLACES) {
    const bytes = bytesIn(await files.read(root + place, LARGEST));
    if (bytes !== undefined) return targetOfOsRelease(new TextDecoder().decode(bytes));
  }
  return undefined;
}
