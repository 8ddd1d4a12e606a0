// How the asynchronous edge reads files. Hosts provide it; nothing here knows where bytes come from.

/** Reads files by URI. */
export interface FileSystem {
  /** The first `maxBytes` bytes, or undefined when there is no such file or it cannot be read. Never rejects. */
  readonly read: (uri: string, maxBytes: number) => Promise<Uint8Array | undefined>;
}
