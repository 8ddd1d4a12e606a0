// Which folder stands for which path of the system whose configuration is looked at, and which file its sshd would start with. Reads nothing.
import { fileName } from '../base/file-name';
import { decodedUri, folderOf } from './file-uri';

/** Paths as sshd names them, and where they lie here. */
export interface RootMapping {
  /** Absent: nothing here stands for the path. */
  readonly uriOf: (path: string) => string | undefined;
  /** As `uriOf`, for paths of the tree that the file lies in only: what another system has under the path is no offer. */
  readonly ownUriOf: (path: string) => string | undefined;
  readonly pathOf: (uri: string) => string;
  /** The files that sshd may be started with, the likeliest first. */
  readonly mains: readonly string[];
  /** The folder that stands for `/`, without a slash at its end, where one does. */
  readonly root?: string;
}

/** What stands for `/` where neither the file's path nor a setting tells: `folder`: the file's folder is /etc/ssh; `host`: this machine. */
export type Otherwise = 'folder' | 'host';

const HOST = 'file://';
const NOWHERE = { uriOf: () => undefined, ownUriOf: () => undefined };
const WINDOWS_FOLDER = 'C:/ProgramData/ssh';
const MAIN_PATHS = ['/etc/ssh/sshd_config', '/usr/etc/ssh/sshd_config', `${WINDOWS_FOLDER}/sshd_config`];

/** The root of the system whose etc/ssh (or ProgramData/ssh) holds the file, without a slash at its end; undefined when it lies elsewhere. */
export function systemRoot(uri: string): string | undefined {
  const unix = /^([^?#]*)\/etc\/ssh\/[^?#]/.exec(uri)?.[1]?.replace(/\/usr$/, '');
  return unix ?? /^([^?#]*)\/ProgramData\/ssh\/[^?#]/i.exec(uri)?.[1];
}

/** The mapping for a file. `roots`: folders that the user says stand for `/`, without a slash at their ends. */
export function mappingFor(uri: string, roots: readonly string[], otherwise: Otherwise): RootMapping {
  // What is not saved lies nowhere.
  if (uri.startsWith('untitled:')) return { ...NOWHERE, pathOf: () => '/etc/ssh/sshd_config', mains: [] };
  const named = roots.find((root) => isBelow(uri, root));
  const root = named ?? systemRoot(uri);
  if (root !== undefined) return treeMapping(root, named !== undefined);
  if (otherwise === 'host') return { ...treeMapping(HOST, false), mains: mainsBeside(uri) };
  return folderMapping(uri);
}

/** The mapping of a tree: `root` stands for `/`. With `bare`, its main file may lie in the root itself. */
export function treeMapping(root: string, bare: boolean): RootMapping {
  const uriOf = (path: string): string =>
    `${root}${root === HOST && drive(path) !== '' ? `/${encodeURIComponent(drive(path))}` : ''}${encoded(path)}`;
  return {
    root,
    uriOf,
    ownUriOf: uriOf,
    pathOf: (uri) => (isBelow(uri, root) ? pathIn(uri, root) : plainPath(uri)),
    mains: [...MAIN_PATHS.map(uriOf), ...(bare ? [uriOf('/sshd_config')] : [])],
  };
}

// A copy as people keep it: sshd_config, and sshd_config.d beside it.
function folderMapping(uri: string): RootMapping {
  const mains = mainsBeside(uri);
  const folder = folderOf(mains.at(-1) ?? uri);
  const onDisk = uri.startsWith('file:');
  const ownUriOf = (path: string): string | undefined => {
    const inside = insideConfigFolder(path);
    return inside === undefined ? undefined : folder + encoded(inside);
  };
  return {
    uriOf: (path) => ownUriOf(path) ?? (onDisk ? HOST + encoded(path) : undefined),
    ownUriOf,
    pathOf: (one) => (isBelow(one, folder) ? `/etc/ssh${pathIn(one, folder)}` : plainPath(one)),
    mains,
  };
}

function insideConfigFolder(path: string): string | undefined {
  const plain = `/${namesOf(path).join('/')}`;
  const folder = ['/etc/ssh', '/ProgramData/ssh'].find((one) =>
    `${plain}/`.toLowerCase().startsWith(`${one}/`.toLowerCase()),
  );
  return folder === undefined ? undefined : plain.slice(folder.length);
}

/** The main file of a copy: beside the file, or beside the sshd_config.d that the file lies in. */
function mainsBeside(uri: string): readonly string[] {
  const dropIns = /^(.*)\/sshd_config\.d\//.exec(uri)?.[1];
  return [`${dropIns ?? folderOf(uri)}/sshd_config`];
}

/** Whether the file is one that sshd is started with, by its name. */
export function isMainByName(uri: string): boolean {
  return fileName(uri) === 'sshd_config';
}

function isBelow(uri: string, folder: string): boolean {
  return decodedUri(uri).startsWith(`${decodedUri(folder)}/`);
}

function pathIn(uri: string, folder: string): string {
  return decodedUri(uri).slice(decodedUri(folder).length);
}

function plainPath(uri: string): string {
  return decodedUri(uri).replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, '');
}

function drive(path: string): string {
  return /^[A-Za-z]:(?=[\\/])/.exec(path)?.[0] ?? '';
}

/** The path below a root as it stands in a URI: without its drive, its dots worked out. */
function encoded(path: string): string {
  return namesOf(path)
    .map((name) => `/${encodeURIComponent(name)}`)
    .join('');
}

function namesOf(path: string): readonly string[] {
  const letter = drive(path);
  // Only behind a drive is a backslash no part of a name.
  const plain = letter === '' ? path : path.slice(letter.length).replaceAll('\\', '/');
  const names: string[] = [];
  for (const name of plain.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names;
}
