// Files and folders read for the server, by whatever the editor has for their address: a disk, a remote machine, a repository.
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  READ_FILE,
  READ_FOLDER,
  type ReadFileParams,
  type ReadFileResult,
  type ReadFolderParams,
  type ReadFolderResult,
} from '../../server/src/lsp/messages';

const LARGEST_FILE = 16 * 1024 * 1024;

type Failure = Extract<NonNullable<ReadFileResult>, { failure: unknown }>;

export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest<ReadFileResult, void>(READ_FILE, readFile);
  client.onRequest<ReadFolderResult, void>(READ_FOLDER, readFolder);
}

async function readFile({ uri, maxBytes }: ReadFileParams): Promise<ReadFileResult> {
  const address = Uri.parse(uri, true);
  try {
    const { size, type } = await workspace.fs.stat(address);
    if (type & FileType.Directory) return { failure: 'folder' };
    if (size > LARGEST_FILE && maxBytes > LARGEST_FILE) return { failure: 'too-large' };
    const bytes = (await workspace.fs.readFile(address)).subarray(0, maxBytes);
    return { base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
  } catch (error) {
    return failureOf(error, address);
  }
}

async function readFolder({ uri }: ReadFolderParams): Promise<ReadFolderResult> {
  const address = Uri.parse(uri, true);
  try {
    const entries = await workspace.fs.readDirectory(address);
    return { entries: entries.map(([name, type]) => ({ name, kind: kindOf(type) })) };
  } catch (error) {
    return failureOf(error, address);
  }
}

function kindOf(type: FileType): 'file' | 'folder' | 'link' | 'other' {
  if (type & FileType.File) return 'file';
  if (type & FileType.Directory) return 'folder';
  return type & FileType.SymbolicLink ? 'link' : 'other';
}

async function failureOf(error: unknown, address: Uri): Promise<Failure> {
  const code = error instanceof FileSystemError ? error.code : '';
  if (code === 'FileIsADirectory') return { failure: 'folder' };
  if (code !== 'FileNotFound' && code !== 'FileNotADirectory') return { failure: 'unreadable' };
  return { failure: (await isListedLink(address)) ? 'dangling-link' : 'missing' };
}

// The editor follows links: one that leads nowhere is known by its folder alone.
async function isListedLink(address: Uri): Promise<boolean> {
  const name = address.path.replace(/^.*\//, '');
  try {
    const beside = await workspace.fs.readDirectory(Uri.joinPath(address, '..'));
    return beside.some(([one, type]) => one === name && (type & FileType.SymbolicLink) !== 0);
  } catch {
    // No folder, no link.
    return false;
  }
}
