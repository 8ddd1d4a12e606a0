// Everything the core needs to answer for one file: a value, made anew for each change, sharing what did not change.
import type { Catalog } from '../catalog/catalog';
import type { SyntaxTree } from '../syntax/tree';
import type { Configuration, Reading } from './configuration';
import type { FileModel } from './file-model';
import { DEFAULT_FORMAT_SETTINGS, type FormatSettings } from './format-settings';
import type { MachineFiles } from './machine-files';
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from './rule-settings';

/** The settings the core reads. The editor's settings section is `sshdConfig`. */
export interface Settings {
  readonly keepalive: KeepaliveSettings;
  readonly format: FormatSettings;
  readonly inlayHints: InlayHintSettings;
  readonly codeLens: CodeLensSettings;
  readonly rules: RuleSettings;
}

/** Which inlay hints are shown; `enabled` is for all of them. */
export type InlayHintSettings = Readonly<
  Record<'enabled' | 'keepalive' | 'times' | 'matchBlocks' | 'includes' | 'lists' | 'decidedBy' | 'defaults', boolean>
>;

/** Which code lenses are shown. */
export type CodeLensSettings = Readonly<Record<'keepalive' | 'clientLines' | 'matchBlocks', boolean>>;

/** What the user wants of keepalives; times in seconds. */
export interface KeepaliveSettings {
  /** The ClientAliveInterval to recommend where the path allows it; absent: keepalive-advice.ts works one out. */
  readonly interval?: number;
  /** The ClientAliveCountMax to recommend; absent: worked out. */
  readonly countMax?: number;
  /** Idle timeout of the path's NAT, once the user has named one. */
  readonly natTimeout?: number;
  /** So many probes in a row may be lost without harm. */
  readonly lostProbes: number;
  /** A session must survive an outage as long as this; a shorter dead-peer window cuts off live clients on a lossy link. */
  readonly shortestWindow: number;
  /** By this time a dead session must be gone; a longer dead-peer window keeps ghosts. */
  readonly longestWindow: number;
}

/** The settings of a user who has set nothing. */
export const DEFAULT_SETTINGS: Settings = {
  keepalive: { lostProbes: 1, shortestWindow: 45, longestWindow: 3600 },
  format: DEFAULT_FORMAT_SETTINGS,
  inlayHints: {
    enabled: true,
    keepalive: true,
    times: true,
    matchBlocks: true,
    includes: true,
    lists: false,
    decidedBy: false,
    defaults: false,
  },
  codeLens: { keepalive: true, clientLines: true, matchBlocks: false },
  rules: DEFAULT_RULE_SETTINGS,
};

/** Why the file is judged for its target. */
export type TargetSource = 'comment' | 'setting' | 'os-release' | 'newest';

/** Names of accounts, as passwd(5) and group(5) have them. */
export interface Accounts {
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

export interface Snapshot {
  readonly uri: string;
  readonly tree: SyntaxTree;
  /** What the target's sshd knows. */
  readonly catalog: Catalog;
  readonly targetSource: TargetSource;
  /** The configuration the file belongs to: its main file's, or its own where no main file is known that reads it. */
  readonly configuration: Configuration;
  /** The main file that is known and does not read this one, as things stand; absent where it does, or is not known. */
  readonly notReadBy?: Configuration;
  /** The file's first reading in it. */
  readonly reading: Reading;
  /** The model of that reading. */
  readonly model: FileModel;
  readonly settings: Settings;
  /** The accounts of the system the file lies on, where it lies on one. */
  readonly accounts?: Accounts;
  /** Absent: the configuration is not this machine's own. */
  readonly machine?: MachineFiles;
  /** Whether the file on disk starts with a byte order mark, which editors do not show. */
  readonly byteOrderMark: boolean;
}

/** The snapshot of another reading in the same configuration. */
export function snapshotIn(snapshot: Snapshot, reading: Reading): Snapshot {
  const { file, tree, model } = reading;
  return { ...snapshot, uri: file.uri, tree, reading, model, byteOrderMark: file.byteOrderMark };
}
