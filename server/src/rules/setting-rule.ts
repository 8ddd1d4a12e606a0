// The form of most advice: a rule about the value of one keyword as it holds, for everyone and in each Match block. Knows no keyword itself.
import type { Keyword } from '../catalog/directives';
import { type DirectiveInFile, isComplete } from '../model/configuration';
import { type ScopedSetting, scopedSetting } from '../model/effective/scoped-setting';
import type { MatchBlock } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';
import { commentedLine } from './commented-line';
import { valueEdit } from './line-edits';
import { newGlobalLine } from './new-lines';
import { directiveRange, isHere } from './places';
import { type Demand, defineRule, type Fix, type Report, type Rule, type RuleContext } from './rule';

/** A value to judge. */
export interface Judged {
  readonly snapshot: Snapshot;
  /** As written, words joined by blanks; what the target takes by default where no line says so. */
  readonly value: string;
  /** The same in lower case. */
  readonly word: string;
  /** Whether a line says it. */
  readonly written: boolean;
  /** Absent: everyone. */
  readonly block?: MatchBlock;
  readonly demand?: Demand;
  readonly strict: boolean;
  /** The setting in words: `PermitRootLogin yes`, or that the default is so. */
  readonly said: string;
  /** What another keyword is for the same connections; empty where it has neither line nor default. */
  readonly other: (keyword: Keyword) => string;
}

/** What a rule says of a value. */
export interface Verdict {
  readonly message: string;
  readonly severity?: Report['severity'];
  /** The value to write instead: on the line, or on a new line where none says so. */
  readonly instead?: string;
  readonly fixes?: (line: DirectiveInFile) => readonly Fix[];
}

/** A rule about one keyword. */
export interface SettingRule extends Omit<Rule, 'check' | 'checkKeyword' | 'checkLine' | 'checkSuppressions'> {
  readonly keyword: Keyword;
  /** Other keywords whose lines in a block make the block worth judging. */
  readonly beside?: readonly Keyword[];
  /** Keywords that `judge` asks for otherwise than by `other`. */
  readonly alsoReads?: readonly Keyword[];
  /** Whether the default may be judged too, where this file is the whole configuration: `always`, or where the user has named a guide that asks (`strict`). */
  readonly unset?: 'always' | 'strict';
  readonly judge: (setting: Judged) => Verdict | undefined;
}

/** Makes the rule: each line that decides is judged once, where it stands. */
export function settingRule(rule: SettingRule): Rule {
  const { keyword, beside = [], alsoReads = [], unset: _unset, judge: _judge, ...plain } = rule;
  return defineRule({
    ...plain,
    *check(snapshot, context) {
      context.reads(keyword, ...beside, ...alsoReads);
      if (snapshot.catalog.directive(keyword)?.status !== 'supported') return;
      const seen = new Set<number>();
      for (const block of scopes(snapshot, [keyword, ...beside])) {
        const report = reportIn(snapshot, block, rule, context);
        if (report === undefined || seen.has(report.range.start)) continue;
        seen.add(report.range.start);
        yield report;
      }
    },
  });
}

function reportIn(
  snapshot: Snapshot,
  block: MatchBlock | undefined,
  { keyword, beside = [], unset, judge }: SettingRule,
  context: RuleContext,
): Report | undefined {
  const setting = scopedSetting(snapshot.configuration, keyword, block);
  const judgesDefault = unset === 'always' || (unset === 'strict' && context.strict);
  if (setting.by.length === 0 && !(judgesDefault && isWhole(snapshot))) return undefined;
  const verdict = judge(judged(snapshot, setting, context));
  const range = verdict && placeOf(snapshot, setting, [keyword, ...beside]);
  if (verdict === undefined || range === undefined) return undefined;
  const { message, severity } = verdict;
  const fixes = fixesFor(snapshot, setting, verdict);
  return { range, message, ...(severity ? { severity } : {}), ...(fixes.length > 0 ? { fixes } : {}) };
}

/** Everyone, and the blocks of this file that set one of the keywords. */
export function scopes({ model }: Snapshot, keywords: readonly Keyword[]): readonly (MatchBlock | undefined)[] {
  const blocks = new Set<MatchBlock>();
  for (const keyword of keywords)
    for (const { block } of model.settersOf(keyword))
      if (block !== undefined && !block.criteria.activeWhenRead && block.criteria.problems.length === 0)
        blocks.add(block);
  return [undefined, ...blocks];
}

/** Whether nothing can be set elsewhere: this is the main file, and all that it includes is known. */
export function isWhole({ configuration, uri }: Snapshot): boolean {
  return configuration.main.file.uri === uri && !/\.d\/[^/]+$/.test(uri) && isComplete(configuration);
}

/** What a keyword is for some connections, in one text. */
export function heldValue({ configuration }: Snapshot, keyword: Keyword, block?: MatchBlock): string {
  return scopedSetting(configuration, keyword, block).values.join(' ');
}

function judged(
  snapshot: Snapshot,
  { keyword, values, by, block }: ScopedSetting,
  { demand, strict, reads }: RuleContext,
): Judged {
  const value = values.join(' ');
  return {
    snapshot,
    value,
    word: value.toLowerCase(),
    written: by.length > 0,
    strict,
    said: by.length > 0 ? `\`${keyword} ${value}\`` : `${keyword} is not set, and its default \`${value}\``,
    other: (keyword) => {
      reads(keyword);
      return heldValue(snapshot, keyword, block);
    },
    ...(block ? { block } : {}),
    ...(demand ? { demand } : {}),
  };
}

// In a block that sets only a keyword beside, the place is that keyword's line: the other may stand far away.
function placeOf(
  snapshot: Snapshot,
  { by, block }: ScopedSetting,
  keywords: readonly Keyword[],
): Report['range'] | undefined {
  const [line] = by;
  if (block !== undefined && line?.placed.block !== block) {
    for (const keyword of keywords) {
      const own = block.directives.find(({ directive }) => directive?.slot === keyword);
      if (own !== undefined) return directiveRange(snapshot, own);
    }
    return undefined;
  }
  if (line !== undefined) return isHere(snapshot, line) ? directiveRange(snapshot, line.placed) : undefined;
  const [keyword] = keywords;
  return (keyword && commentedLine(snapshot, keyword)?.range) ?? startOf(snapshot);
}

/** Where a finding about a missing line stands: at the first directive. */
export function startOf(snapshot: Snapshot): Report['range'] {
  const [first] = snapshot.model.directives;
  return first === undefined ? { start: 0, end: 0 } : directiveRange(snapshot, first);
}

function fixesFor(snapshot: Snapshot, { keyword, by, block }: ScopedSetting, verdict: Verdict): readonly Fix[] {
  const { instead, fixes } = verdict;
  const [line] = by;
  const own = line === undefined || fixes === undefined ? [] : fixes(line);
  if (instead === undefined) return own;
  const title = `Set ${keyword} to ${instead}`;
  if (line === undefined) return [...own, ...newGlobalLine(snapshot, keyword, instead, title)];
  if (!isHere(snapshot, line) || line.placed.block !== block) return own;
  const edits = [valueEdit(snapshot.tree, line.placed, instead)];
  return [...own, { title, safety: 'unsafe', preferred: own.length === 0, edits }];
}
