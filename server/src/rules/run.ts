// Runs every rule over a snapshot. A rule that throws is named to `onFailure` and costs only its own findings.
import { shifted } from '../base/text-range';
import type { Catalog } from '../catalog/catalog';
import type { PlacedDirective } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';
import type { Line } from '../syntax/tree';
import type { Finding, Report, Rule } from './rule';

/** Told of a rule that threw. */
export type OnFailure = (ruleId: string, error: unknown) => void;

/** All findings of `rules`, in file order. */
export function findings(snapshot: Snapshot, rules: readonly Rule[], onFailure: OnFailure): readonly Finding[] {
  const found: Finding[] = [];
  const lineRules = lineRulesOf(rules);
  for (const placed of snapshot.model.directives) {
    const start = snapshot.tree.starts[placed.lineIndex] ?? 0;
    for (const finding of lineFindings(placed, snapshot, lineRules, onFailure)) found.push(moved(finding, start));
  }
  for (const rule of rules) {
    if (rule.check !== undefined)
      guarded(rule, () => found.push(...named(rule, rule.check?.(snapshot) ?? [])), onFailure);
  }
  return found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

interface Kept {
  readonly catalog: Catalog;
  readonly rules: readonly Rule[];
  readonly active: boolean;
  readonly unread: boolean;
  readonly findings: readonly Finding[];
}

// What was found on a line, by its node: an edit elsewhere leaves node and findings alone.
const KEPT = new WeakMap<Line, Kept>();
const LINE_RULES = new WeakMap<readonly Rule[], readonly Rule[]>();

function lineRulesOf(rules: readonly Rule[]): readonly Rule[] {
  const known = LINE_RULES.get(rules) ?? rules.filter((rule) => rule.checkLine !== undefined);
  LINE_RULES.set(rules, known);
  return known;
}

function lineFindings(
  placed: PlacedDirective,
  snapshot: Snapshot,
  rules: readonly Rule[],
  onFailure: OnFailure,
): readonly Finding[] {
  const { catalog } = snapshot;
  const kept = KEPT.get(placed.line);
  if (
    kept !== undefined &&
    kept.catalog === catalog &&
    kept.rules === rules &&
    kept.active === placed.active &&
    kept.unread === placed.unread
  )
    return kept.findings;
  const list: Finding[] = [];
  for (const rule of rules)
    guarded(rule, () => list.push(...named(rule, rule.checkLine?.(placed, snapshot) ?? [])), onFailure);
  KEPT.set(placed.line, { catalog, rules, active: placed.active, unread: placed.unread, findings: list });
  return list;
}

function guarded(rule: Rule, run: () => void, onFailure: OnFailure): void {
  try {
    run();
  } catch (error) {
    onFailure(rule.id, error);
  }
}

function named(rule: Rule, reports: Iterable<Report>): readonly Finding[] {
  return Array.from(reports, (report) => ({ severity: rule.severity, ...report, rule: rule.id }));
}

function moved(finding: Finding, by: number): Finding {
  const { related, fixes } = finding;
  return {
    ...finding,
    range: shifted(finding.range, by),
    ...(related ? { related: related.map((one) => ({ ...one, range: shifted(one.range, by) })) } : {}),
    ...(fixes
      ? { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...shifted(edit, by) })) })) }
      : {}),
  };
}
