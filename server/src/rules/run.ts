// Runs the rules over a snapshot, as policy, settings and suppressions want it. A rule that throws is named to `onFailure` and costs only its own findings.
import { fileName } from '../base/file-name';
import { keptByBoth } from '../base/kept-by';
import { shifted } from '../base/text-range';
import type { Catalog, KnownDirective } from '../catalog/catalog';
import type { Reading } from '../model/configuration';
import type { FileModel, PlacedDirective } from '../model/file-model';
import { snapshotAt } from '../model/other-target';
import { type Snapshot, snapshotIn } from '../model/snapshot';
import { type Line, lineIndexAt } from '../syntax/tree';
import { type ActiveRule, activeRules, isRefusal, severityOf } from './active-rules';
import { holdingInTemplates } from './in-templates';
import type { About } from './kept-answers';
import { type KeptReports, keptReports } from './kept-reports';
import { withPlaces } from './places-of';
import { type Finding, NO_CONTEXT, type Read, type Report, type Rule, type RuleContext, type Severity } from './rule';
import { afterSuppression } from './suppressed';

/** Told of a rule that threw. */
export type OnFailure = (ruleId: string, error: unknown) => void;

/** All findings of `rules`, in file order. */
export function findings(snapshot: Snapshot, rules: readonly Rule[], onFailure: OnFailure): readonly Finding[] {
  const active = activeRules(rules, snapshot.settings.rules);
  const refusedBy: RuleContext['refusedBy'] = (target) =>
    refusalsAt(snapshotAt(snapshot, target), refusalsOf(active), onFailure);
  const kept = keptReports(snapshot, active);
  const refusalIn = refusalsInFiles(snapshot, active, kept, onFailure);
  const all = reported(snapshot, active, { refusedBy, refusalIn, kept }, onFailure);
  const { found, outcome } = afterSuppression(snapshot, active, all, (id) => rules.some((rule) => rule.id === id));
  for (const one of active) {
    const { rule } = one;
    const check = rule.checkSuppressions;
    if (check !== undefined)
      guarded(rule, () => addTo(found, fileFindings(one, check(snapshot, outcome), snapshot)), onFailure);
  }
  return holdingInTemplates(snapshot, found, rules).sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  );
}

function refusalsAt(snapshot: Snapshot, refusals: readonly ActiveRule[], onFailure: OnFailure): readonly Finding[] {
  const kept = keptReports(snapshot, refusals);
  return reported(snapshot, refusals, { ...NO_CONTEXT, kept }, onFailure).filter(
    ({ severity }) => severity === 'error',
  );
}

/** Of each reading: looked at once in a run. A file included there is asked about in the same way. */
function refusalsInFiles(
  snapshot: Snapshot,
  active: readonly ActiveRule[],
  kept: KeptReports,
  onFailure: OnFailure,
): RuleContext['refusalIn'] {
  const refusals = refusalsOf(active);
  const known = new Map<Reading, Finding | undefined>();
  const refusalIn = (reading: Reading): Finding | undefined => {
    if (known.has(reading)) return known.get(reading);
    const inside = snapshotIn(snapshot, reading);
    const ofFile = kept.refusalsHold(reading) ?? fileRefusals(inside, refusals, refusalIn, kept, onFailure);
    const found = [...lineRefusals(inside, refusals, onFailure), ...ofFile]
      .filter(({ severity }) => severity === 'error')
      .sort(
        (a, b) => Number(a.afterReading ?? false) - Number(b.afterReading ?? false) || a.range.start - b.range.start,
      );
    known.set(reading, found[0]);
    return found[0];
  };
  return refusalIn;
}

function fileRefusals(
  inside: Snapshot,
  refusals: readonly ActiveRule[],
  refusalIn: RuleContext['refusalIn'],
  kept: KeptReports,
  onFailure: OnFailure,
): readonly Finding[] {
  const read = new Set<Read>();
  let told = true;
  const note: Asked['kept'] = {
    holds: () => undefined,
    keep: (_rule, _about, more) => {
      for (const one of more) read.add(one);
      told &&= more.size > 0;
    },
  };
  const found = fileReports(inside, refusals, { ...NO_CONTEXT, refusalIn, kept: note }, onFailure);
  if (told) kept.keepRefusals(inside.reading, read, found);
  return found;
}

/** What the run itself answers. */
interface Asked extends Pick<RuleContext, 'refusedBy' | 'refusalIn'> {
  /** Absent: every rule is asked. */
  readonly kept?: Pick<KeptReports, 'holds' | 'keep'>;
}

function reported(snapshot: Snapshot, active: readonly ActiveRule[], asked: Asked, onFailure: OnFailure): Finding[] {
  const found = allLineReports(snapshot, active, onFailure);
  addTo(found, fileReports(snapshot, active, asked, onFailure));
  return found;
}

// By the model, which stays the same while only other files change.
const LINE_REFUSALS = new WeakMap<
  FileModel,
  { readonly active: readonly ActiveRule[]; readonly found: readonly Finding[] }
>();

function lineRefusals(snapshot: Snapshot, refusals: readonly ActiveRule[], onFailure: OnFailure): readonly Finding[] {
  const kept = LINE_REFUSALS.get(snapshot.model);
  if (kept?.active === refusals) return kept.found;
  const found = allLineReports(snapshot, refusals, onFailure);
  LINE_REFUSALS.set(snapshot.model, { active: refusals, found });
  return found;
}

function allLineReports(snapshot: Snapshot, active: readonly ActiveRule[], onFailure: OnFailure): Finding[] {
  const found: Finding[] = [];
  const lineRules = lineRulesOf(active);
  const kept = keptLines(lineRules, snapshot.catalog);
  for (const placed of snapshot.model.directives) {
    const ofLine = lineReports(placed, snapshot, lineRules, kept, onFailure);
    if (ofLine.reports.length > 0) addTo(found, inPlace(ofLine, placed, snapshot));
  }
  return found;
}

/** The findings of a line where it stands now. */
function inPlace(ofLine: OfLine, { lineIndex }: PlacedDirective, { tree, uri }: Snapshot): readonly Finding[] {
  const start = tree.starts[lineIndex] ?? 0;
  const { last } = ofLine;
  if (last?.lineIndex === lineIndex && last.uri === uri) {
    const by = start - last.start;
    if (by !== 0) last.found = last.found.map((one) => withPlaces(one, (place) => shifted(place, by)));
    last.start = start;
    return last.found;
  }
  const found = ofLine.reports.map((report) =>
    spoken(
      withPlaces(report, (place) => shifted(place, start)),
      uri,
      () => lineIndex,
    ),
  );
  ofLine.last = { lineIndex, uri, start, found };
  return found;
}

function fileReports(snapshot: Snapshot, active: readonly ActiveRule[], asked: Asked, onFailure: OnFailure): Finding[] {
  const found: Finding[] = [];
  const keywords = snapshot.model.slots();
  const run = { snapshot, asked, onFailure };
  // What is known is looked up first: there are a thousand answers, and after a keystroke nearly all of them are.
  for (const one of active) {
    const { check, checkKeyword, id } = one.rule;
    if (check !== undefined) addTo(found, asked.kept?.holds(id, 'file') ?? answer(one, 'file', run));
    if (checkKeyword !== undefined)
      for (const keyword of keywords) addTo(found, asked.kept?.holds(id, keyword) ?? answer(one, keyword, run));
  }
  return found;
}

interface Run {
  readonly snapshot: Snapshot;
  readonly asked: Asked;
  readonly onFailure: OnFailure;
}

function answer(one: ActiveRule, about: About, { snapshot, asked, onFailure }: Run): readonly Finding[] {
  const { rule } = one;
  const read = new Set<Read>(about === 'file' ? [] : [about]);
  const context = contextOf(one, asked, read);
  let answered: readonly Finding[] = [];
  const run = () => {
    const reports = about === 'file' ? rule.check?.(snapshot, context) : rule.checkKeyword?.(about, snapshot, context);
    answered = fileFindings(one, reports ?? NOTHING_SAID, snapshot);
  };
  const failed = !guarded(rule, run, onFailure);
  // What a rule that threw would have said, nobody knows: it is asked again.
  asked.kept?.keep(rule.id, about, failed ? NOTHING : read, answered);
  return answered;
}

function contextOf({ demand, strict }: ActiveRule, { refusedBy, refusalIn }: Asked, read?: Set<Read>): RuleContext {
  const reads: RuleContext['reads'] = (...what) => {
    for (const one of what) read?.add(one);
  };
  return { strict, refusedBy, refusalIn, reads, ...(demand === undefined ? {} : { demand }) };
}

const LINE_CONTEXTS = new WeakMap<ActiveRule, RuleContext>();

// One for all lines.
function lineContext(active: ActiveRule): RuleContext {
  const known = LINE_CONTEXTS.get(active) ?? contextOf(active, NO_CONTEXT);
  LINE_CONTEXTS.set(active, known);
  return known;
}

/** A report with its rule, as a rule that looks at one line gives it: it does not know where the line stands. */
interface NamedReport extends Report {
  readonly rule: string;
  readonly severity: Severity;
}

interface OfLine {
  readonly inBlock: boolean;
  readonly active: boolean;
  readonly unread: boolean;
  readonly reports: readonly NamedReport[];
  /** The findings they came to in the last run, and where the line stood. */
  last?: { readonly lineIndex: number; readonly uri: string; start: number; found: readonly Finding[] };
}

// What was found on a line, by its node: an edit elsewhere leaves node and findings alone. Other rules, and other targets (an upgrade's), have their own.
const keptLines = keptByBoth((_lineRules: readonly ActiveRule[], _catalog: Catalog) => new WeakMap<Line, OfLine>());
const LINE_RULES = new WeakMap<readonly ActiveRule[], readonly ActiveRule[]>();
const UNKNOWN = {};
const REFUSALS = new WeakMap<readonly ActiveRule[], readonly ActiveRule[]>();

function lineRulesOf(active: readonly ActiveRule[]): readonly ActiveRule[] {
  const known = LINE_RULES.get(active) ?? active.filter(({ rule }) => rule.checkLine !== undefined);
  LINE_RULES.set(active, known);
  return known;
}

// Most look at the lines of a single keyword.
const rulesOfDirective = keptByBoth((lineRules: readonly ActiveRule[], directive: KnownDirective | typeof UNKNOWN) =>
  lineRules.filter(({ rule: { lines } }) => lines === undefined || ('slot' in directive && lines(directive))),
);

function refusalsOf(active: readonly ActiveRule[]): readonly ActiveRule[] {
  const known = REFUSALS.get(active) ?? active.filter(({ rule }) => isRefusal(rule));
  REFUSALS.set(active, known);
  return known;
}

function fileFindings(active: ActiveRule, reports: Iterable<Report>, { tree, uri }: Snapshot): readonly Finding[] {
  return named(active, reports).map((report) => spoken(report, uri, () => lineIndexAt(tree, report.range.start)));
}

function spoken(report: NamedReport, uri: string, lineIndex: () => number): Finding {
  const { sshdSays, ...rest } = report;
  const finding = { ...rest, identity: {} };
  if (sshdSays === undefined) return finding;
  return { ...finding, sshdSays: sshdSays({ file: fileName(uri), line: lineIndex() + 1 }) };
}

function lineReports(
  placed: PlacedDirective,
  snapshot: Snapshot,
  rules: readonly ActiveRule[],
  byLine: WeakMap<Line, OfLine>,
  onFailure: OnFailure,
): OfLine {
  const kept = byLine.get(placed.line);
  const { active, unread } = placed;
  const inBlock = placed.block !== undefined;
  if (kept?.inBlock === inBlock) if (kept.active === active && kept.unread === unread) return kept;
  const list: NamedReport[] = [];
  // As guarded() does it, without a closure for each rule of each line.
  for (const one of rulesOfDirective(rules, placed.directive ?? UNKNOWN))
    try {
      const reports = one.rule.checkLine?.(placed, snapshot, lineContext(one)) ?? NOTHING_SAID;
      addTo(list, named(one, reports));
    } catch (error) {
      onFailure(one.rule.id, error);
    }
  const ofLine: OfLine = { inBlock, active, unread, reports: list };
  byLine.set(placed.line, ofLine);
  return ofLine;
}

// push(...more) overflows the stack from some 100,000 findings on.
function addTo<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

/** Whether it ran through. */
function guarded(rule: Rule, run: () => void, onFailure: OnFailure): boolean {
  try {
    run();
    return true;
  } catch (error) {
    onFailure(rule.id, error);
    return false;
  }
}

const NOTHING: ReadonlySet<Read> = new Set();
const NOTHING_SAID: readonly Report[] = [];
const NONE: readonly NamedReport[] = [];

// Thousands of times for each file, nearly always for nothing.
function named(active: ActiveRule, reports: Iterable<Report>): readonly NamedReport[] {
  let list: NamedReport[] | undefined;
  for (const report of reports) {
    list ??= [];
    list.push(Object.assign({}, report, { severity: severityOf(report, active), rule: active.rule.id }));
  }
  return list ?? NONE;
}
