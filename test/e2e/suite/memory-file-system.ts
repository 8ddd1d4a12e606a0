/** Files that lie nowhere on a disk: a virtual workspace as far as the extension can tell. */
import * as vscode from 'vscode';

const { FileSystemError, FileType } = vscode;

/** A file system of texts by path. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #texts: Map<string, string>;
  readonly onDidChangeFile = this.#changed.event;

  constructor(texts: Readonly<Record<string, string>>) {
    this.#texts = new Map(Object.entries(texts));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const text = this.#texts.get(path);
    if (text === undefined && this.#names(path).size === 0) throw FileSystemError.FileNotFound(path);
    const type = text === undefined ? FileType.Directory : FileType.File;
    return { type, ctime: 0, mtime: 0, size: text?.length ?? 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const names = this.#names(path);
    if (names.size === 0) throw FileSystemError.FileNotFound(path);
    return [...names];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const text = this.#texts.get(path);
    if (text === undefined) throw FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(text);
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#texts.set(uri.path, new TextDecoder().decode(content));
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  createDirectory(): void {
    // Folders are where files are.
  }

  delete(uri: vscode.Uri): void {
    this.#texts.delete(uri.path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(): void {
    throw FileSystemError.NoPermissions();
  }

  #names(folder: string): Map<string, vscode.FileType> {
    const found = new Map<string, vscode.FileType>();
    for (const path of this.#texts.keys()) {
      if (!path.startsWith(`${folder}/`)) continue;
      const [name = '', ...rest] = path.slice(folder.length + 1).split('/');
      found.set(name, rest.length > 0 ? FileType.Directory : FileType.File);
    }
    return found;
  }
}
