// How the asynchronous edge asks a real sshd. Hosts that can start programs provide it; nothing here starts one.

/** A file to be written below the scratch folder; its path is relative, with slashes. */
export interface ScratchFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What became of one run of `sshd -t`. */
export interface TestRun {
  /** Absent: it was ended, or did not start. */
  readonly code?: number;
  /** The signal that ended it, when that was not us. */
  readonly signal?: string;
  readonly timedOut: boolean;
  /** What it printed, both streams. */
  readonly output: string;
  /** The scratch folder it worked in, with slashes; it is gone by now. */
  readonly folder: string;
}

/** The sshd of the machine the server runs on. */
export interface SshdProgram {
  /** Where it is looked for, for people. */
  readonly places: readonly string[];
  /** The program: the one named (an absolute path), or with `''` the first one found; undefined when there is none. */
  readonly find: (named: string) => Promise<string | undefined>;
  /** What the program prints when asked for its version. Never rejects. */
  readonly banner: (program: string) => Promise<string>;
  /** `sshd -t` on MAIN_FILE among the files, in a scratch folder that is gone afterwards. Rejects when the folder cannot be written. */
  readonly test: (program: string, filesIn: (folder: string) => readonly ScratchFile[]) => Promise<TestRun>;
  /** The URI of a path of this machine. */
  readonly uriOf: (path: string) => string;
}

/** The scratch copy that sshd is pointed at. */
export const MAIN_FILE = 'sshd_config';

/** How long sshd may take. */
export const TIME_LIMIT_MS = 5000;

/** `9.2p1` from a banner; undefined when no OpenSSH speaks. */
export function sshdVersion(banner: string): string | undefined {
  const found = [...banner.matchAll(/\bOpenSSH_(?:for_Windows_)?(\d+\.\d+(?:\.\d+)?(?:p\d+)?)/g)].map(
    ([, version = '']) => version,
  );
  // OpenSSH 9.2 leaves the `p1` out of `-V`, but not out of its usage text.
  return found.find((version) => version.includes('p')) ?? found[0];
}
