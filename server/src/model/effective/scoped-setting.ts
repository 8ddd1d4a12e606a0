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

const KNOWN = new WeakMap<Configuration, Map<Keyword, readonly DirectiveInFile[]>>();

/** What holds; a line whose value sshd refuses decides nothing. */
export function scopedSetting(configuration: Configuration, keyword: Keyword, block?: MatchBlock): ScopedSetting {
  const setters = takenSetters(configuration, keyword);
  const again = setters.filter(
    ({ placed }) => placed.conditions.length > 0 && placed.conditions.every(appliesIn(block)),
  );
  const acting = again.length > 0 ? again : setters.filter(({ placed }) => placed.active);
  const known = configuration.catalog.directive(keyword);
  const by = deciding(acting, known?.repeats);
  const preset = known?.default === undefined ? [] : [known.default];
  return { keyword, values: by.length > 0 ? by.map(lineValue) : preset, by, ...(block ? { block } : {}) };
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

function takenSetters(configuration: Configuration, keyword: Keyword): readonly DirectiveInFile[] {
  const byKeyword = KNOWN.get(configuration) ?? new Map<Keyword, readonly DirectiveInFile[]>();
  KNOWN.set(configuration, byKeyword);
  const { target } = configuration.catalog;
  const taken =
    byKeyword.get(keyword) ??
    configuration
      .settersOf(keyword)
      .filter(
        ({ placed }) =>
          placed.directive?.status === 'supported' &&
          placed.line.words.length > 0 &&
          !isMisplaced(placed) &&
          lineProblems(placed, target).length === 0,
      );
  byKeyword.set(keyword, taken);
  return taken;
}

function appliesIn(block: MatchBlock | undefined): (condition: MatchBlock) => boolean {
  return (condition) => condition === block || condition.criteria.activeWhenRead;
}
