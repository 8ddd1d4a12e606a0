// Bytes of a configuration file to text, and back. sshd reads bytes: what is no UTF-8 is read as Latin-1, so that no byte is lost.
import { hasByteOrderMark } from './byte-order-mark';

/** A file's text without its byte order mark. */
export interface Decoded {
  readonly text: string;
  readonly byteOrderMark: boolean;
  readonly encoding: 'utf-8' | 'latin1';
}

export function decoded(bytes: Uint8Array): Decoded {
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      byteOrderMark: hasByteOrderMark(bytes),
      encoding: 'utf-8',
    };
  } catch {
    // TextDecoder throws exactly when the bytes are no UTF-8.
    // Not TextDecoder: its latin1 is windows-1252, which has no way back.
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    return { text, byteOrderMark: false, encoding: 'latin1' };
  }
}

/** The bytes of a text that was decoded so. */
export function encoded(text: string, { encoding, byteOrderMark }: Omit<Decoded, 'text'>): Uint8Array {
  if (encoding === 'latin1') return Uint8Array.from(text, (character) => character.charCodeAt(0));
  return new TextEncoder().encode(byteOrderMark ? `\uFEFF${text}` : text);
}
