// What is known of files beside the configuration, where that is the one of this very machine: looked up by workspace/, for the core reads nothing.

/** By path, as sshd names it. What is not known is in neither. */
export interface MachineFiles {
  /** Named by a line, and not there. */
  readonly absent: ReadonlySet<string>;
  readonly permissions: ReadonlyMap<string, Permissions>;
}

/** As stat(2) tells them. */
export interface Permissions {
  readonly owner: number;
  /** The lower nine bits. */
  readonly mode: number;
}

/** `0644`. */
export function modeText({ mode }: Permissions): string {
  return `0${mode.toString(8).padStart(3, '0')}`;
}
