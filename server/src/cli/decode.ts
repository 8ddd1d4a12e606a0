// Bytes of a configuration file to text. sshd reads bytes: what is no UTF-8 is read as Latin-1, so that no byte is lost.
import { hasByteOrderMark } from '../workspace/byte-order-mark';

/** A file's text without its byte order mark. */
export interface Decoded {
  readonly text: string;
  readonly byteOrderMark: boolean;
}

export function decoded(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), byteOrderMark: hasByteOrderMark(bytes) };
  } catch {
    // TextDecoder throws exactly when the bytes are no UTF-8.
    return { text: new TextDecoder('latin1').decode(bytes), byteOrderMark: false };
  }
}
