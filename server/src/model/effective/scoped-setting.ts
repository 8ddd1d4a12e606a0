// What one keyword is for a kind of connection: everyone whom no Match block singles out, or those whom one block alone applies to. No connection is asked for.
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
  const by =
    known?.repeats === 'append' || known?.repeats === 'every' || known?.repeats === 'first-by-name'
      ? acting
      : known?.repeats === 'last'
        ? acting.slice(-1)
        : acting.slice(0, 1);
  const preset = known?.default === undefined ? [] : [known.default];
  return { keyword, values: by.length > 0 ? by.map(lineValue) : preset, by, ...(block ? { block } : {}) };
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
