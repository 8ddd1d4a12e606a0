// What was read of files and folders, until somebody says that it may have changed. A file whose text is the same stays the same object.
import type { ReadFailure, Source, SourceFile } from '../model/source-set';
import { decoded } from './decode';
import { type FileSystem, type FolderEntry, LARGEST_FILE } from './file-system';
import { decodedUri, folderOf } from './file-uri';

export interface DiskCache {
  readonly source: (uri: string, path: string) => Promise<Source>;
  readonly entries: (uri: string) => Promise<readonly FolderEntry[] | ReadFailure>;
  /** A file or folder came, went or changed. */
  readonly forget: (uri: string) => void;
  readonly forgetAll: () => void;
  /** The folders that were listed, and those of the files that were read. */
  readonly folders: () => readonly string[];
}

// So many files at once keep a disk busy; more would use up file handles.
const MOST_AT_ONCE = 32;

export function diskCache(files: FileSystem): DiskCache {
  const sources = new Map<string, Promise<Source>>();
  const folders = new Map<string, Promise<readonly FolderEntry[] | ReadFailure>>();
  const last = new Map<string, SourceFile>();
  // As URIs, by what decodedUri() makes of them.
  const places = new Map<string, string>();
  const turn = turnstile(MOST_AT_ONCE);
  const read = async (uri: string, path: string, key: string): Promise<Source> => {
    const answer = await turn(() => files.read(uri, LARGEST_FILE + 1));
    const source = sourceOf(answer, uri, path);
    const before = last.get(key);
    if (source.kind === 'file' && before !== undefined && isSame(source, before)) return before;
    if (source.kind === 'file') last.set(key, source);
    else last.delete(key);
    return source;
  };
  return {
    source: (uri, path) => {
      const key = decodedUri(uri);
      const known = sources.get(key) ?? read(uri, path, key);
      sources.set(key, known);
      places.set(folderOf(key), folderOf(uri));
      return known;
    },
    entries: (uri) => {
      const key = decodedUri(uri);
      // The root's own address is nothing without its slash.
      const known = folders.get(key) ?? files.entries(uri.endsWith('//') ? `${uri}/` : uri);
      folders.set(key, known);
      places.set(key, uri);
      return known;
    },
    forget: (uri) => {
      const key = decodedUri(uri);
      folders.delete(folderOf(key));
      for (const map of [sources, folders])
        for (const one of map.keys()) if (one === key || one.startsWith(`${key}/`)) map.delete(one);
    },
    forgetAll: () => {
      sources.clear();
      folders.clear();
    },
    folders: () => [...places.values()],
  };
}

function sourceOf(answer: Uint8Array | ReadFailure, uri: string, path: string): Source {
  if (typeof answer === 'string') return { kind: 'failure', uri, path, reason: answer };
  if (answer.length > LARGEST_FILE) return { kind: 'failure', uri, path, reason: 'too-large' };
  const { text, byteOrderMark } = decoded(answer);
  return { kind: 'file', uri, path, text, byteOrderMark };
}

function isSame(one: SourceFile, other: SourceFile): boolean {
  return (
    one.text === other.text &&
    one.byteOrderMark === other.byteOrderMark &&
    one.uri === other.uri &&
    one.path === other.path
  );
}

function turnstile(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
