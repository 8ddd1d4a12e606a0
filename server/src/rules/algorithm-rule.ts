// The form of advice about algorithms: a rule about the names in a list as it holds, default included, with fixes that keep order and prefix. Knows no name itself.
import { matchesPattern } from '../base/wildcard';
import { defaultAlgorithms, knownAlgorithms, prefixesAt } from '../catalog/algorithms';
import { splitPrefix } from '../catalog/arguments/algorithm-list';
import type { Keyword } from '../catalog/directives';
import type { Target } from '../catalog/targets';
import type { DirectiveInFile } from '../model/configuration';
import { scopedSetting } from '../model/effective/scoped-setting';
import type { MatchBlock } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';
import { rangeInFile } from '../syntax/tree';
import { removal, valueEdit } from './line-edits';
import { newGlobalLine } from './new-lines';
import { isHere } from './places';
import { defineRule, type Fix, type Report, type Rule, type RuleContext } from './rule';
import { isWhole, scopes, startOf } from './setting-rule';

/** A list as it holds. */
export interface ListInForce {
  readonly keyword: Keyword;
  /** All names that are in use. */
  readonly names: readonly string[];
  /** Those that the line itself names; without a line none. */
  readonly written: readonly string[];
  readonly prefix: string;
  /** The line that decides; absent: the default. */
  readonly line?: DirectiveInFile;
}

/** A rule about names. */
export interface AlgorithmRule extends Omit<Rule, 'check' | 'checkKeyword' | 'checkLine' | 'checkSuppressions'> {
  readonly keywords: readonly Keyword[];
  /** The names to report, of those in use (where the user has named a guide) or those that the line names. */
  readonly finds: (name: string, list: ListInForce, snapshot: Snapshot, context: RuleContext) => boolean;
  readonly message: (names: string, keyword: Keyword, context: RuleContext) => string;
}

/** Makes the rule: one finding a line. */
export function algorithmRule(rule: AlgorithmRule): Rule {
  const { keywords, finds: _finds, message: _message, ...plain } = rule;
  return defineRule({
    ...plain,
    *check(snapshot, context) {
      context.reads(...keywords);
      for (const keyword of keywords) {
        if (snapshot.catalog.directive(keyword)?.slot !== keyword) continue;
        for (const block of scopes(snapshot, [keyword])) {
          const report = reportOf(snapshot, listInForce(snapshot, keyword, block), rule, context);
          if (report !== undefined) yield report;
        }
      }
    },
  });
}

/** What a list comes to for everyone or for a block. */
export function listInForce({ configuration, catalog }: Snapshot, keyword: Keyword, block?: MatchBlock): ListInForce {
  const setting = scopedSetting(configuration, keyword, block);
  const [line] = setting.by;
  const preset = defaultAlgorithms(keyword, catalog.target);
  const word = line?.placed.line.words[0];
  if (line === undefined || word === undefined) return { keyword, names: preset, written: [], prefix: '' };
  return { keyword, line, ...namesOfList(keyword, word.value, catalog.target) };
}

/** The names that a value comes to, in sshd's order. */
export function namesOfList(
  keyword: string,
  value: string,
  target: Target,
): Pick<ListInForce, 'names' | 'written' | 'prefix'> {
  const preset = defaultAlgorithms(keyword, target);
  const { prefix, list } = splitPrefix(value, target.release);
  const elements = list.split(',').filter((name) => name !== '');
  if (prefix === '-') {
    const left = preset.filter((name) => !elements.some((pattern) => matchesPattern(name, pattern)));
    return { names: left, written: [], prefix };
  }
  const known = knownAlgorithms(keyword, target);
  const written = elements.flatMap((one) =>
    /[*?]/.test(one) ? known.filter((name) => matchesPattern(name, one)) : [one],
  );
  const names = prefix === '+' ? [...preset, ...written] : prefix === '^' ? [...written, ...preset] : written;
  return { names: [...new Set(names)], written: [...new Set(written)], prefix };
}

function reportOf(
  snapshot: Snapshot,
  list: ListInForce,
  { finds, message }: AlgorithmRule,
  context: RuleContext,
): Report | undefined {
  const { line, keyword } = list;
  if (line === undefined ? !(context.strict && isWhole(snapshot)) : !isHere(snapshot, line)) return undefined;
  const candidates = context.strict ? list.names : list.written;
  const found = candidates.filter((name) => finds(name, list, snapshot, context));
  if (found.length === 0) return undefined;
  const word = line?.placed.line.words[0];
  const range =
    line === undefined || word === undefined
      ? startOf(snapshot)
      : rangeInFile(snapshot.tree, line.placed.lineIndex, word);
  const fixes = fixesFor(snapshot, list, found);
  const names = found.map((name) => `\`${name}\``).join(', ');
  const text = message(names, keyword, context);
  return {
    range,
    message: line === undefined ? `${text} (${keyword} is not set: the default holds.)` : text,
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

function fixesFor(
  snapshot: Snapshot,
  { keyword, written, prefix, line, names }: ListInForce,
  found: readonly string[],
): readonly Fix[] {
  const { release } = snapshot.catalog.target;
  const title = found.length === 1 ? `Take \`${found[0]}\` out` : `Take these ${found.length} names out`;
  if (line === undefined || prefix === '-') {
    if (!prefixesAt(release).includes('-') || found.length === names.length) return [];
    if (line === undefined) return newGlobalLine(snapshot, keyword, `-${found.join(',')}`, title);
    const value = `${line.placed.line.words[0]?.value},${found.join(',')}`;
    return [{ title, safety: 'unsafe', preferred: true, edits: [valueEdit(snapshot.tree, line.placed, value)] }];
  }
  // What a pattern stands for, or the default brings, cannot be taken out of the text.
  const elements = splitPrefix(line.placed.line.words[0]?.value ?? '', release).list.split(',');
  if (!found.every((name) => written.includes(name) && elements.includes(name))) return [];
  const left = elements.filter((name) => !found.includes(name));
  if (left.every((name) => name === ''))
    return [
      {
        title: 'Remove the line: the default list is better',
        safety: 'unsafe',
        preferred: true,
        edits: [removal(snapshot.tree, line.placed)],
      },
    ];
  const edits = [valueEdit(snapshot.tree, line.placed, prefix + left.join(','))];
  return [{ title, safety: 'unsafe', preferred: true, edits }];
}
