// A snapshot from a text, as the service makes it; with other files around it where a test names them.
import { catalogAt } from '../../server/src/catalog/catalog';
import { type Target, targetNamed } from '../../server/src/catalog/targets';
import { readConfiguration } from '../../server/src/model/configuration';
import type { MachineFiles } from '../../server/src/model/machine-files';
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from '../../server/src/model/rule-settings';
import {
  type Accounts,
  type CodeLensSettings,
  DEFAULT_SETTINGS,
  type InlayHintSettings,
  type KeepaliveSettings,
  type Snapshot,
} from '../../server/src/model/snapshot';
import type { ReadFailure, Source, SourceSet } from '../../server/src/model/source-set';
import { type FileFacts, snapshotOf, targetFor } from '../../server/src/service';
import { globParts } from '../../server/src/workspace/glob';

/** A file's text, or why sshd finds none. */
export type FileContent = string | { readonly failure: ReadFailure };

/** What a test wants to differ from a user who has set nothing. */
export interface SnapshotOptions {
  /** A target's id; `10.5` when absent. */
  readonly target?: string;
  /** Idle timeout in seconds of the NAT that the user has named. */
  readonly nat?: number;
  readonly keepalive?: Partial<KeepaliveSettings>;
  readonly inlayHints?: Partial<InlayHintSettings>;
  readonly codeLens?: Partial<CodeLensSettings>;
  readonly byteOrderMark?: boolean;
  /** Absent: the configuration is not this machine's own. */
  readonly machine?: MachineFiles;
  /** The accounts of the system the file lies on. */
  readonly accounts?: Accounts;
  /** Where the text lies; MAIN_PATH when absent. */
  readonly path?: string;
  /** The other files by path; absent: none are known. Includes are resolved among them and the text. The main file is the one at MAIN_PATH, else the text. */
  readonly files?: Readonly<Record<string, FileContent>>;
  readonly ruleSettings?: Partial<RuleSettings>;
}

/** The file that sshd is started with. */
export const MAIN_PATH = '/etc/ssh/sshd_config';

export function targetOf(id = '10.5'): Target {
  const target = targetNamed(id);
  if (target === undefined) throw new Error(`no such target: ${id}`);
  return target;
}

export function uriOfPath(path: string): string {
  return `file://${encodeURI(path)}`;
}

export function snapshotFrom(text: string, options: SnapshotOptions = {}): Snapshot {
  const {
    target,
    nat,
    keepalive,
    inlayHints,
    codeLens,
    machine,
    accounts,
    byteOrderMark = false,
    path = MAIN_PATH,
    files,
    ruleSettings,
  } = options;
  const settings = {
    ...DEFAULT_SETTINGS,
    inlayHints: { ...DEFAULT_SETTINGS.inlayHints, ...inlayHints },
    codeLens: { ...DEFAULT_SETTINGS.codeLens, ...codeLens },
    rules: { ...DEFAULT_RULE_SETTINGS, ...ruleSettings },
    keepalive: { ...DEFAULT_SETTINGS.keepalive, ...keepalive, ...(nat === undefined ? {} : { natTimeout: nat }) },
  };
  const facts: FileFacts = {
    settings,
    target: targetOf(target),
    byteOrderMark,
    ...(accounts ? { accounts } : {}),
    ...(machine ? { machine } : {}),
  };
  if (files === undefined && path === MAIN_PATH) return snapshotOf(uriOfPath(path), text, facts);
  const all = { ...files, [path]: text };
  const sources = sourceSetFrom(all, all[MAIN_PATH] === undefined ? path : MAIN_PATH, (set) =>
    targetFor(text, { ...facts, sources: set }),
  );
  return snapshotOf(uriOfPath(path), text, { ...facts, sources });
}

/** The files as a source set with every Include looked up. */
export function sourceSetFrom(
  files: Readonly<Record<string, FileContent>>,
  main: string,
  targetIn: (set: SourceSet) => Target,
): SourceSet {
  const list = Object.entries(files).map(([path, content]): Source => {
    const place = { uri: uriOfPath(path), path };
    return typeof content === 'string'
      ? { kind: 'file', ...place, text: content, byteOrderMark: false }
      : { kind: 'failure', ...place, reason: content.failure };
  });
  let set: SourceSet = {
    main: uriOfPath(main),
    sources: new Map(list.map((source) => [source.uri, source])),
    matches: new Map(),
  };
  const catalog = catalogAt(targetIn(set));
  for (;;) {
    const { patterns } = readConfiguration(set, catalog).wanted;
    if (patterns.length === 0) return set;
    const found = patterns.map((pattern) => [pattern, matching(pattern, list)] as const);
    set = { ...set, matches: new Map([...set.matches, ...found]) };
  }
}

function matching(pattern: string, list: readonly Source[]): readonly string[] {
  const parts = globParts(pattern);
  const fits = ({ path }: Source): boolean => {
    const names = path.split('/');
    return names.length === parts.length && parts.every(({ fits }, index) => fits(names[index] ?? ''));
  };
  const found = list.filter(fits).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return found.map(({ uri }) => uri);
}
