// The names and shapes of our own messages beside LSP. The only file of the server that the client imports: it must import nothing at run time.

import type { KeepaliveTried, KeepaliveView } from '../features/keepalive-view';
import type { EffectiveView, ViewQuery } from '../features/view-data';
import type { TargetSource } from '../model/snapshot';
import type { ReadFailure } from '../model/source-set';

export type * from '../features/view-data';
export type { ConnectionSpec } from '../model/connection';

/** The language id of the editor. */
export const LANGUAGE_ID = 'sshd_config';

/** The settings section. */
export const SETTINGS_SECTION = 'sshdConfig';

/** The kind of the code action that writes the recommended keepalive lines. */
export const ADD_KEEPALIVE_KIND = 'source.addKeepalive';

/** What a client may send as `initializationOptions`. */
export interface InitializationOptions {
  /** Base address of the rule pages, with a slash at its end. */
  readonly rulePages?: string;
  /** Whether the client answers READ_FILE and READ_FOLDER. */
  readonly fileRequests?: boolean;
  /** Whether hovers may hold pictures that carry their own data. */
  readonly pictures?: boolean;
  /** The client's command that opens the keepalive panel; absent: it has none. */
  readonly keepalivePanel?: string;
  /** The client's command that opens the effective configuration; absent: it has none. */
  readonly effectivePanel?: string;
  /** The client's command that puts lines for ssh's own configuration, its one argument, on the clipboard; absent: it has none. */
  readonly copyClientLines?: string;
  /** The client's command that opens completion, run behind an item that wants another word; absent: it has none. */
  readonly suggestCommand?: string;
  /** Whether the user trusts the workspace. Without it no program is started. */
  readonly trusted?: boolean;
}

/** Notification, client to server: the user trusts the workspace from now on. Has no parameters. */
export const TRUST_GRANTED = 'sshdConfig/trustGranted';

/** Command of the server: `sshd -t` on an open document, whose URI is the one argument. Another name than the palette's, which the client registers. */
export const CHECK_WITH_SSHD = 'sshdConfig.server.checkWithSshd';

export interface CheckWithSshdResult {
  /** `unknown`: sshd was not started, or did not get to the end. */
  readonly verdict: 'accepted' | 'refused' | 'unknown';
  /** The answer in words; the server has shown it already. */
  readonly message: string;
  /** What is wrong with the machine rather than with the file. */
  readonly notes: readonly string[];
}

/** Notification, server to client: the target a file is judged for, after it was opened and whenever the target changes. */
export const STATUS = 'sshdConfig/status';

export interface TargetStatus {
  readonly uri: string;
  /** The target's id, e.g. `debian-12`. */
  readonly target: string;
  readonly label: string;
  readonly source: TargetSource;
}

/** Request, server to client: the first bytes of a file. */
export const READ_FILE = 'sshdConfig/readFile';

export interface ReadFileParams {
  readonly uri: string;
  readonly maxBytes: number;
}

/** The bytes in base64, or why there are none; null: the file cannot be read, for whatever reason. */
export type ReadFileResult = { readonly base64: string } | { readonly failure: ReadFailure } | null;

/** Request, server to client: what a folder holds. */
export const READ_FOLDER = 'sshdConfig/readFolder';

export interface ReadFolderParams {
  readonly uri: string;
}

/** The entries, or why they are not known. */
export type ReadFolderResult =
  | { readonly entries: readonly { readonly name: string; readonly kind: 'file' | 'folder' | 'link' | 'other' }[] }
  | { readonly failure: ReadFailure }
  | null;

/** Notification, client to server: files may have changed where nobody watches, for the user comes back from another program. Has no parameters. */
export const FILES_MAY_DIFFER = 'sshdConfig/filesMayDiffer';

/** Request, client to server: the targets a user may choose from, systems first. Takes no parameters. */
export const TARGETS_REQUEST = 'sshdConfig/targets';

export interface TargetChoice {
  readonly id: string;
  readonly label: string;
  readonly kind: 'system' | 'release';
}

/** Request, client to server: all rules, as the settings of a document make them. */
export const RULES_REQUEST = 'sshdConfig/rules';

export interface RulesParams {
  /** Absent: as the user's own settings make them. */
  readonly uri?: string;
}

export type { ListedRule } from '../features/rule-list';

/** Request, client to server: the effective configuration of an open document and who can log in; null when it is not open. */
export const EFFECTIVE_VIEW = 'sshdConfig/effectiveView';

/** Request, client to server: the effective configuration as text; null when the document is not open. */
export const EFFECTIVE_TEXT = 'sshdConfig/effectiveText';

export interface EffectiveViewParams {
  readonly textDocument: { readonly uri: string };
  readonly query: ViewQuery;
}

export type EffectiveViewResult = EffectiveView | null;

export interface EffectiveTextParams extends EffectiveViewParams {
  /** With comments that name the deciding lines; else as `sshd -T` prints it. */
  readonly annotated: boolean;
}

export type EffectiveTextResult = string | null;
export type { KeepaliveTried, KeepaliveView };

/** Request, client to server: the keepalive of an open document as it is, and with the values that are tried. */
export const KEEPALIVE_VIEW = 'sshdConfig/keepaliveView';

export interface KeepaliveViewParams {
  readonly textDocument: { readonly uri: string };
  readonly tried: KeepaliveTried;
}

/** null: the document is not open. */
export type KeepaliveViewResult = KeepaliveView | null;

/** Request, client to server: the edit (a WorkspaceEdit, or null) that writes what is tried. */
export const KEEPALIVE_WRITE = 'sshdConfig/keepaliveWrite';

export interface KeepaliveWriteParams extends KeepaliveViewParams {
  /** Whether the path is kept in a comment of the file. */
  readonly rememberPath: boolean;
}

/** The command of our own client that opens the keepalive panel; called with a file's URI and the index of a partition. */
export const KEEPALIVE_PANEL = 'sshdConfig.showKeepalive';

/** The client's command that opens the effective configuration: with a file's URI and a ViewQuery, or for the file at hand. */
export const EFFECTIVE_PANEL = 'sshdConfig.showEffective';

/** The command of our own client that puts lines for ssh_config on the clipboard; called with them. */
export const COPY_CLIENT_LINES = 'sshdConfig.copyClientLines';
