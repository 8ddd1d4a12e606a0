// The copy of a configuration that the installed sshd is given: the buffer, and of the tree it lies in the files it includes, with Include pointed at the copies. Writes nothing.
import type { Source } from '../model/source-set';
import { parse } from '../syntax/parse';
import type { Dialect, SyntaxTree, Word } from '../syntax/tree';
import type { FileSystem } from './file-system';
import { globFiles } from './glob-files';
import { treeMapping } from './root-mapping';
import { MAIN_FILE, type ScratchFile } from './sshd-program';

/** Where the included files come from. An open document's text goes before the bytes on disk. */
export interface TreeFiles {
  readonly read: (uri: string) => ReturnType<FileSystem['read']>;
  readonly entries: FileSystem['entries'];
}

/** The file to check. */
export interface MainFile {
  readonly uri: string;
  readonly bytes: Uint8Array;
  /** The root of the tree whose etc/ssh holds it; absent: sshd reads what is included from its own machine. */
  readonly root?: string;
}

/** All that is copied. */
export interface ScratchCopy {
  /** The files, once the folder they will lie in is known. */
  readonly filesIn: (folder: string) => readonly ScratchFile[];
  /** The URIs of the copies by their path below the folder. */
  readonly origins: ReadonlyMap<string, string>;
  /** Files that Include names and that cannot be read. */
  readonly unreadable: readonly string[];
}

/** The folder below the scratch folder that stands for the tree's root. */
export const MIRROR = 'root';

const MOST_FILES = 500;
const CONFIG_FOLDER = '/etc/ssh/';

/** Gathers the main file and, in a tree, everything it includes. */
export async function scratchCopy(main: MainFile, files: TreeFiles, dialect: Dialect): Promise<ScratchCopy> {
  const { root } = main;
  const copies = new Map([[MAIN_FILE, copyOf(main.uri, main.bytes, dialect)]]);
  const unreadable: string[] = [];
  // A map hands out what is added while it is walked.
  for (const { tree } of root === undefined ? [] : copies.values()) {
    for (const { path, uri } of await includedFiles(tree, root ?? '', files)) {
      const place = MIRROR + path;
      if (copies.has(place) || copies.size >= MOST_FILES) continue;
      const answer = await files.read(uri);
      if (typeof answer !== 'string') copies.set(place, copyOf(uri, answer, dialect));
      // sshd reads a folder as an empty file, and finds nothing where nothing is.
      else if (answer !== 'folder' && answer !== 'missing') unreadable.push(uri);
    }
  }
  return {
    filesIn: (folder) =>
      [...copies].map(([path, { tree, bytes }]) => ({
        path,
        bytes: root === undefined || tree === undefined ? bytes : withIncludesIn(tree, `${folder}/${MIRROR}`, bytes),
      })),
    origins: new Map([...copies].map(([path, { uri }]) => [path, uri])),
    unreadable,
  };
}

interface Copy {
  readonly uri: string;
  readonly bytes: Uint8Array;
  /** Absent where the bytes are no UTF-8: such a file is copied as it is. */
  readonly tree?: SyntaxTree;
}

function copyOf(uri: string, bytes: Uint8Array, dialect: Dialect): Copy {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { uri, bytes, tree: parse(text, dialect) };
  } catch {
    return { uri, bytes };
  }
}

interface Include {
  /** Offsets of the file. */
  readonly start: number;
  readonly end: number;
  /** As sshd resolves it: absolute. */
  readonly path: string;
}

function includes(tree: SyntaxTree | undefined): readonly Include[] {
  return (tree?.lines ?? []).flatMap((line, index) => {
    if (line.kind !== 'directive' || line.keyword.value.toLowerCase() !== 'include') return [];
    const start = tree?.starts[index] ?? 0;
    return line.words.flatMap((word) => {
      const path = resolved(word);
      return path === undefined ? [] : [{ start: start + word.start, end: start + word.end, path }];
    });
  });
}

// What leads out of the tree, or is quoted in ways a copy could get wrong, is left to sshd.
function resolved({ value }: Word): string | undefined {
  if (value === '' || value.startsWith('~') || /["\\]/.test(value)) return undefined;
  const path = value.startsWith('/') ? value : CONFIG_FOLDER + value;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? undefined : `/${parts.join('/')}`;
}

function withIncludesIn(tree: SyntaxTree, mirror: string, bytes: Uint8Array): Uint8Array {
  const found = includes(tree);
  if (found.length === 0) return bytes;
  const text = found.reduceRight(
    (before, { start, end, path }) => `${before.slice(0, start)}"${mirror}${path}"${before.slice(end)}`,
    tree.text,
  );
  return new TextEncoder().encode(text);
}

interface Found {
  /** In the tree, from its root. */
  readonly path: string;
  readonly uri: string;
}

async function includedFiles(tree: SyntaxTree | undefined, root: string, files: TreeFiles): Promise<readonly Found[]> {
  const { uriOf, pathOf } = treeMapping(root, false);
  const source = async (uri: string): Promise<Source> => {
    const place = { uri, path: pathOf(uri) };
    const answer = await files.read(uri);
    if (typeof answer === 'string') return { kind: 'failure', ...place, reason: answer };
    return { kind: 'file', ...place, text: '', byteOrderMark: false };
  };
  const found = await Promise.all(
    includes(tree).map(({ path }) => globFiles(path, { uriOf, entries: files.entries, source })),
  );
  return found.flatMap((one) => (one?.uris ?? []).map((uri) => ({ path: pathOf(uri), uri })));
}
