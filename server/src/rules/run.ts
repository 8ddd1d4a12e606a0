// Runs every rule over a snapshot. A rule that throws is named to `onFailure` and costs only its own findings.
import { fileName } from '../base/file-name';
import { shifted } from '../base/text-range';
import type { Catalog } from '../catalog/catalog';
import type { SshdPlace } from '../catalog/sshd-words';
import type { PlacedDirective } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';
import { type Line, lineIndexAt } from '../syntax/tree';
import type { Finding, Report, Rule, Severity } from './rule';

/** Told of a rule that threw. */
export type OnFailure = (ruleId: string, error: unknown) => void;

/** All findings of `rules`, in file order. */
export function findings(snapshot: Snapshot, rules: readonly Rule[], onFailure: OnFailure): readonly Finding[] {
  const found: Finding[] = [];
  const lineRules = lineRulesOf(rules);
  const file = fileName(snapshot.uri);
  for (const placed of snapshot.model.directives) {
    const start = snapshot.tree.starts[placed.lineIndex] ?? 0;
    for (const report of lineReports(placed, snapshot, lineRules, onFailure))
      found.push(spoken(moved(report, start), { file, line: placed.lineIndex + 1 }));
  }
  for (const rule of rules) {
    if (rule.check !== undefined) guarded(rule, () => addTo(found, fileFindings(rule, snapshot, file)), onFailure);
  }
  return found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** A report with its rule, as a rule that looks at one line gives it: it does not know where the line stands. */
interface NamedReport extends Report {
  readonly rule: string;
  readonly severity: Severity;
}

interface Kept {
  readonly catalog: Catalog;
  readonly rules: readonly Rule[];
  readonly active: boolean;
  readonly unread: boolean;
  readonly reports: readonly NamedReport[];
}

// What was found on a line, by its node: an edit elsewhere leaves node and findings alone.
const KEPT = new WeakMap<Line, Kept>();
const LINE_RULES = new WeakMap<readonly Rule[], readonly Rule[]>();

function lineRulesOf(rules: readonly Rule[]): readonly Rule[] {
  const known = LINE_RULES.get(rules) ?? rules.filter((rule) => rule.checkLine !== undefined);
  LINE_RULES.set(rules, known);
  return known;
}

function fileFindings(rule: Rule, snapshot: Snapshot, file: string): readonly Finding[] {
  return named(rule, rule.check?.(snapshot) ?? []).map((report) =>
    spoken(report, { file, line: lineIndexAt(snapshot.tree, report.range.start) + 1 }),
  );
}

function spoken({ sshdSays, ...finding }: NamedReport, place: SshdPlace): Finding {
  return sshdSays === undefined ? finding : { ...finding, sshdSays: sshdSays(place) };
}

function lineReports(
  placed: PlacedDirective,
  snapshot: Snapshot,
  rules: readonly Rule[],
  onFailure: OnFailure,
): readonly NamedReport[] {
  const { catalog } = snapshot;
  const kept = KEPT.get(placed.line);
  if (
    kept !== undefined &&
    kept.catalog === catalog &&
    kept.rules === rules &&
    kept.active === placed.active &&
    kept.unread === placed.unread
  )
    return kept.reports;
  const list: NamedReport[] = [];
  for (const rule of rules)
    guarded(rule, () => addTo(list, named(rule, rule.checkLine?.(placed, snapshot) ?? [])), onFailure);
  KEPT.set(placed.line, { catalog, rules, active: placed.active, unread: placed.unread, reports: list });
  return list;
}

// push(...more) overflows the stack from some 100,000 findings on.
function addTo<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

function guarded(rule: Rule, run: () => void, onFailure: OnFailure): void {
  try {
    run();
  } catch (error) {
    onFailure(rule.id, error);
  }
}

function named(rule: Rule, reports: Iterable<Report>): readonly NamedReport[] {
  return Array.from(reports, (report) => ({ severity: rule.severity, ...report, rule: rule.id }));
}

function moved(report: NamedReport, by: number): NamedReport {
  const { related, fixes } = report;
  return {
    ...report,
    range: shifted(report.range, by),
    ...(related ? { related: related.map((one) => ({ ...one, range: shifted(one.range, by) })) } : {}),
    ...(fixes
      ? { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...shifted(edit, by) })) })) }
      : {}),
  };
}
