// Which rules had nothing to say of a file, and the keywords they read for that: after an edit of other lines they need not be asked again.
// Keeps no reports: a report has places, and those move.
import type { Catalog } from '../catalog/catalog';
import type { Keyword } from '../catalog/directives';
import type { Configuration, DirectiveInFile } from '../model/configuration';
import type { Snapshot } from '../model/snapshot';
import type { ActiveRule } from './active-rules';

/** The silence of the last run over a file, as far as it still holds; what this run adds is kept for the next. */
export interface Silence {
  readonly holds: (ruleId: string) => boolean;
  /** The rule has read lines of these keywords, Match and Include lines and nothing else of the files, and has found nothing. */
  readonly keep: (ruleId: string, read: ReadonlySet<Keyword>) => void;
}

interface Kept {
  readonly active: readonly ActiveRule[];
  readonly catalog: Catalog;
  /** Settings and files in one text: where it differs, everything is asked anew. */
  readonly circumstances: string;
  readonly directives: readonly DirectiveInFile[];
  readonly silent: Map<string, ReadonlySet<Keyword>>;
}

const KEPT = new Map<string, Kept>();
const MOST_FILES = 8;

/** Begins a run. */
export function silenceSince(snapshot: Snapshot, active: readonly ActiveRule[]): Silence {
  const { uri, catalog, configuration } = snapshot;
  const before = KEPT.get(uri);
  const circumstances = circumstancesOf(snapshot);
  const { directives } = configuration;
  const comparable = before?.active === active && before.catalog === catalog && before.circumstances === circumstances;
  const changed = comparable ? changedKeywords(before.directives, directives) : undefined;
  const silent = new Map<string, ReadonlySet<Keyword>>();
  if (changed !== undefined)
    for (const [rule, read] of before?.silent ?? [])
      if (![...changed].some((keyword) => read.has(keyword))) silent.set(rule, read);
  KEPT.delete(uri);
  KEPT.set(uri, { active, catalog, circumstances, directives, silent });
  for (const oldest of KEPT.keys()) if (KEPT.size > MOST_FILES) KEPT.delete(oldest);
  const held = new Set(silent.keys());
  return { holds: (ruleId) => held.has(ruleId), keep: (ruleId, read) => silent.set(ruleId, read) };
}

function circumstancesOf({ configuration, settings }: Snapshot): string {
  const { main, readings, wanted, includes } = configuration;
  const { keepalive, rules } = settings;
  return JSON.stringify([
    main.file.uri,
    readings.length,
    wanted,
    includes.map(({ files }) => files?.map(({ kind }) => kind)),
    keepalive,
    rules.upgradeTo?.id,
  ]);
}

const MOST_CHANGED = 64;

/** The keywords of the lines that are not in both; absent where blocks or files may have changed, or too much has. */
function changedKeywords(
  before: Configuration['directives'],
  after: Configuration['directives'],
): ReadonlySet<Keyword> | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end))) end++;
  const lines = [...before.slice(start, before.length - end), ...after.slice(start, after.length - end)];
  if (lines.length > MOST_CHANGED) return undefined;
  const keywords = new Set<Keyword>();
  for (const { directive } of lines.map(({ placed }) => placed)) {
    if (directive?.argument.name === 'match' || directive?.argument.name === 'include') return undefined;
    if (directive !== undefined) keywords.add(directive.slot).add(directive.keyword);
  }
  return keywords;
}

function isSame(one: DirectiveInFile | undefined, other: DirectiveInFile | undefined): boolean {
  return one?.placed.line === other?.placed.line && one?.reading.file.uri === other?.reading.file.uri;
}
