// What is in a folder of the system a file lies on, as far as completion wants to know. Fetched by workspace/, for the core reads nothing.

/** The folder that a half-written path leads to. */
export interface WantedFolder {
  /** As sshd names it, without a slash at its end but for `/`. */
  readonly path: string;
  /** What is written of the name in it. */
  readonly prefix: string;
}

export interface FolderListing {
  readonly path: string;
  /** In alphabetical order. */
  readonly entries: readonly { readonly name: string; readonly kind: 'file' | 'folder' }[];
  /** False: there are more than anybody reads; these are the first that begin with what is written. */
  readonly whole: boolean;
}
