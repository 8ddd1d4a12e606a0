// Whether a file starts with a UTF-8 byte order mark. Editors take it off, sshd does not: only the bytes on disk tell.
import { bytesIn, type FileSystem } from './file-system';

const MARK = [0xef, 0xbb, 0xbf];

/** Whether these are the first bytes of a file with a byte order mark. */
export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return MARK.every((byte, index) => bytes[index] === byte);
}

/** Whether the file on disk starts with a byte order mark; false when it cannot be read. */
export async function startsWithByteOrderMark(files: FileSystem, uri: string): Promise<boolean> {
  const bytes = bytesIn(await files.read(uri, MARK.length));
  return bytes !== undefined && hasByteOrderMark(bytes);
}
