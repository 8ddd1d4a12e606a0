// All rules as a list to search in: what each finds, which policies want it, and what the settings make of it.
import { POLICIES, type Policy } from '../catalog/policies';
import type { RuleSettings, Severity } from '../model/rule-settings';
import { activeRules, demandOf } from '../rules/active-rules';
import { RULES } from '../rules/registry';
import type { Category } from '../rules/rule';

/** A rule, as a user looks for it. */
export interface ListedRule {
  readonly id: string;
  readonly category: Category;
  /** In Markdown. */
  readonly summary: string;
  /** What its findings usually are; `off` where the settings silence it. */
  readonly severity: Severity | 'off';
  /** Those that want it, `none` and `all` left out; empty: every policy but `none` runs it. */
  readonly policies: readonly Policy[];
}

const CHOSEN = (Object.keys(POLICIES) as Policy[]).filter((policy) => policy !== 'none' && policy !== 'all');

/** Every rule, by category. */
export function ruleList(settings: RuleSettings): readonly ListedRule[] {
  const active = new Map(activeRules(RULES, settings).map((one) => [one.rule.id, one.severity ?? one.rule.severity]));
  return RULES.map((rule) => ({
    id: rule.id,
    category: rule.category,
    summary: rule.summary,
    severity: active.get(rule.id) ?? 'off',
    policies: rule.demands === undefined ? [] : CHOSEN.filter((policy) => demandOf(rule, policy) !== 'off'),
  }));
}
