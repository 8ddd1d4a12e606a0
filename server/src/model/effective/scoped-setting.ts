// What one keyword is for a kind of connection: everyone whom no Match block singles out, or those whom one block alone applies to. No connection is asked for.
import type { Repeats } from '../../catalog/directive';
import type { Keyword } from '../../catalog/directives';
import type { Configuration, DirectiveInFile } from '../configuration';
import type { MatchBlock } from '../file-model';
import { isMisplaced, lineProblems } from '../line-problems';

/** A keyword as it holds in a scope. */
export interface ScopedSetting {
  readonly keyword: Keyword;
  /** One for each line that decides, words joined by blanks; the default where none does; empty where there is no default either. */
  readonly values: readonly string[];
  /** The lines that decide, in sshd's order. */
  readonly by: readonly DirectiveInFile[];
  /** Absent: everyone. */
  readonly block?: MatchBlock;
}

/** The lines that set one keyword and are taken, by where they act. */
interface Setters {
  /** When sshd reads its files. */
  readonly active: readonly DirectiveInFile[];
  /** In blocks that apply to everyone; again for each connection. */
  readonly always: readonly DirectiveInFile[];
  /** By the innermost block that decides whether they apply. */
  readonly byBlock: ReadonlyMap<MatchBlock, readonly DirectiveInFile[]>;
  /** In sshd's order. */
  readonly all: readonly DirectiveInFile[];
}

const KNOWN = new WeakMap<Configuration, Map<Keyword, Setters>>();

/** What holds; a line whose value sshd refuses decides nothing. */
export function scopedSetting(configuration: Configuration, keyword: Keyword, block?: MatchBlock): ScopedSetting {
  const setters = settersFor(configuration, keyword);
  const known = configuration.catalog.directive(keyword);
  const by = deciding(actingIn(setters, block), known?.repeats);
  const preset = known?.default === undefined ? [] : [known.default];
  return { keyword, values: by.length > 0 ? by.map(lineValue) : preset, by, ...(block ? { block } : {}) };
}

function actingIn(
  { active, always, byBlock, all }: Setters,
  block: MatchBlock | undefined,
): readonly DirectiveInFile[] {
  const own = block === undefined ? [] : (byBlock.get(block) ?? []);
  if (own.length === 0) return always.length > 0 ? always : active;
  if (always.length === 0) return own;
  const both = new Set([...own, ...always]);
  return all.filter((line) => both.has(line));
}

function settersFor(configuration: Configuration, keyword: Keyword): Setters {
  const byKeyword = KNOWN.get(configuration) ?? new Map<Keyword, Setters>();
  KNOWN.set(configuration, byKeyword);
  const known = byKeyword.get(keyword) ?? sorted(takenSetters(configuration, keyword));
  byKeyword.set(keyword, known);
  return known;
}

function sorted(all: readonly DirectiveInFile[]): Setters {
  const always: DirectiveInFile[] = [];
  const byBlock = new Map<MatchBlock, DirectiveInFile[]>();
  for (const line of all) {
    const { conditions } = line.placed;
    if (conditions.length === 0) continue;
    const block = conditions.findLast(({ criteria }) => !criteria.activeWhenRead);
    if (block === undefined) always.push(line);
    else if (byBlock.has(block)) byBlock.get(block)?.push(line);
    else byBlock.set(block, [line]);
  }
  return { all, always, byBlock, active: all.filter(({ placed }) => placed.active) };
}

function takenSetters({ settersOf, catalog }: Configuration, keyword: Keyword): readonly DirectiveInFile[] {
  return settersOf(keyword).filter(
    ({ placed }) =>
      placed.directive?.status === 'supported' &&
      placed.line.words.length > 0 &&
      !isMisplaced(placed) &&
      lineProblems(placed, catalog.target).length === 0,
  );
}

function deciding(acting: readonly DirectiveInFile[], repeats: Repeats | undefined): readonly DirectiveInFile[] {
  switch (repeats) {
    case 'append':
    case 'every':
      return acting;
    case 'first-by-name':
      return firstByName(acting);
    case 'last':
      return acting.slice(-1);
    default:
      return acting.slice(0, 1);
  }
}

// A subsystem is named by its first word, a penalty by what stands before the colon. A line counts while it brings a new name.
function firstByName(acting: readonly DirectiveInFile[]): readonly DirectiveInFile[] {
  const seen = new Set<string>();
  return acting.filter(({ placed }) => {
    const { words } = placed.line;
    const names = placed.directive?.slot === 'Subsystem' ? words.slice(0, 1) : words;
    const fresh = names.map(({ value }) => value.split(':')[0] ?? '').filter((name) => !seen.has(name));
    for (const name of fresh) seen.add(name);
    return fresh.length > 0;
  });
}

/** The words of a line, as sshd reads them. */
export function lineValue({ placed }: DirectiveInFile): string {
  return placed.line.words.map(({ value }) => value).join(' ');
}
