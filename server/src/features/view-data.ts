// What the panel of the effective configuration asks and is told. Types only: the editor's side sees them through lsp/messages.ts.
import type { Position } from 'vscode-languageserver-types';
import type { ConnectionSpec } from '../model/connection';

/** With what the configuration is compared. `saved`: texts by URI, in the place of what the editor holds. */
export type ViewComparison =
  | { readonly kind: 'connection'; readonly connection: ConnectionSpec }
  | { readonly kind: 'target'; readonly target: string }
  | { readonly kind: 'saved'; readonly texts: Readonly<Record<string, string>> };

export interface ViewQuery {
  /** Absent: plain `sshd -T`, for no connection in particular. */
  readonly connection?: ConnectionSpec;
  /** A target's id; absent: the file's own. */
  readonly target?: string;
  readonly compare?: ViewComparison;
}

/** A line that can be gone to. */
export interface ViewPlace {
  readonly uri: string;
  readonly position: Position;
  /** File name and line, e.g. `sshd_config:12`. */
  readonly label: string;
  /** The directive as written. */
  readonly text: string;
}

/** A line that another one beats, and why in words. */
export interface ViewBeaten {
  readonly place: ViewPlace;
  readonly why: string;
}

export interface ViewRow {
  readonly keyword: string;
  /** As `sshd -T` prints them; empty: not set. */
  readonly values: readonly string[];
  /** `changed`: a line sets another value than the default; `same`: a line sets the default. */
  readonly state: 'changed' | 'same' | 'default';
  readonly by: readonly ViewPlace[];
  readonly beaten: readonly ViewBeaten[];
  /** What the other side of a comparison has. */
  readonly other?: { readonly values: readonly string[]; readonly by: readonly ViewPlace[]; readonly differs: boolean };
}

/** One row of who can log in. */
export interface AccessViewRow {
  readonly who: string;
  /** Empty where no row names a place. */
  readonly from: string;
  readonly letIn: boolean;
  /** The ways in, or why there is none. */
  readonly how: readonly string[];
  readonly remarks: readonly string[];
  readonly by: readonly ViewPlace[];
  /** An example of such a connection. */
  readonly connection: ConnectionSpec;
}

/** The configuration as it holds. */
export interface EffectiveView {
  readonly uri: string;
  /** The main file, as sshd names it. */
  readonly path: string;
  readonly target: { readonly id: string; readonly label: string };
  /** Those that differ from the default first. Empty where sshd refuses the files. */
  readonly rows: readonly ViewRow[];
  /** Why the target's sshd does not get as far as having a configuration. */
  readonly refused?: { readonly message: string; readonly place?: ViewPlace };
  /** The two sides of a comparison, in words. */
  readonly sides?: readonly [shown: string, other: string];
  /** What the comparison found, in sentences. */
  readonly findings: readonly string[];
  /** What is wrong with the query, by field. */
  readonly problems: Readonly<Partial<Record<keyof ConnectionSpec, string>>>;
  /** What else the reader should know: files that could not be read. */
  readonly notes: readonly string[];
  /** The question as options of `sshd -T`. */
  readonly command: string;
  /** Names that the files mention, for completion. */
  readonly names: Readonly<
    Record<'user' | 'groups' | 'host' | 'address' | 'localAddress' | 'localPort', readonly string[]>
  >;
  readonly access: { readonly rows: readonly AccessViewRow[]; readonly notes: readonly string[] };
}
