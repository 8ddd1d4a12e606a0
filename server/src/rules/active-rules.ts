// Which rules run, with what the policy wants of each and the severity it reports with. Runs none.
import { GUIDES, type Guide, type Policy } from '../catalog/policies';
import type { RuleSettings } from '../model/rule-settings';
import type { Demand, Report, Rule, Severity } from './rule';

/** A rule that runs. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly demand?: Demand;
  /** The user's own severity for it. */
  readonly severity?: Severity;
  /** The user has named the guide whose demand it is: what fails it is a warning. */
  readonly ofGuide: boolean;
  /** The guide's demand, or everybody's: see RuleContext. */
  readonly strict: boolean;
}

// By the settings' text: settings are read anew for each document, and findings are kept by this list.
const MADE = new WeakMap<readonly Rule[], Map<string, readonly ActiveRule[]>>();
const MOST_KEPT = 32;

/** The rules that run under the settings; the same list for the same settings. */
export function activeRules(rules: readonly Rule[], settings: RuleSettings): readonly ActiveRule[] {
  const made = MADE.get(rules) ?? new Map<string, readonly ActiveRule[]>();
  MADE.set(rules, made);
  const key = JSON.stringify({ ...settings, upgradeTo: settings.upgradeTo?.id });
  const known = made.get(key);
  if (known !== undefined) return known;
  if (made.size >= MOST_KEPT) made.clear();
  const list = rules.flatMap((rule) => activeRule(rule, settings) ?? []);
  made.set(key, list);
  return list;
}

/** The severity of a report. What sshd refuses is an error whatever the user says. */
export function severityOf({ severity: own }: Report, { rule, demand, severity, ofGuide }: ActiveRule): Severity {
  if (isRefusal(rule) && (own ?? 'error') === 'error') return 'error';
  if (severity !== undefined) return severity;
  if (demand !== undefined && ofGuide) return demand.severity ?? 'warning';
  return own ?? demand?.severity ?? rule.severity;
}

/** Whether the rule says what sshd refuses, so that nothing switches it off. */
export function isRefusal(rule: Rule): boolean {
  return rule.severity === 'error';
}

/** What a policy wants of a rule: nothing special (`runs`), something, or that it stays silent. */
export function demandOf({ demands, severity }: Rule, policy: Policy): Demand | 'runs' | 'off' {
  if (severity === 'error') return 'runs';
  if (policy === 'none') return 'off';
  if (demands === undefined) return 'runs';
  if (policy === 'all') return strictest(demands) ?? 'runs';
  return demands[policy] ?? demands.recommended ?? 'off';
}

function activeRule(rule: Rule, { policy, severities }: RuleSettings): ActiveRule | undefined {
  const chosen = Object.hasOwn(severities, rule.id) ? severities[rule.id] : undefined;
  const severity = chosen === 'off' ? undefined : chosen;
  if (chosen === 'off' && !isRefusal(rule)) return undefined;
  const wanted = demandOf(rule, policy);
  // Switched on by name, it goes by the strictest there is.
  const demand = wanted === 'off' && severity !== undefined ? demandOf(rule, 'all') : wanted;
  if (demand === 'off') return undefined;
  const ofGuide = GUIDES.some((guide) => guide === policy && rule.demands?.[guide] !== undefined);
  const strict = ofGuide || policy === 'all' || (wanted === 'off' && severity !== undefined);
  return {
    rule,
    ofGuide,
    strict,
    ...(demand === 'runs' ? {} : { demand }),
    ...(severity === undefined ? {} : { severity }),
  };
}

// Guides give numbers as upper bounds; words are taken from the first who has some, ours last.
function strictest(demands: NonNullable<Rule['demands']>): Demand | undefined {
  const order: readonly (Guide | 'recommended')[] = [...GUIDES, 'recommended'];
  const all = order.flatMap((name) => {
    const demand = demands[name];
    return demand === undefined || demand === 'off' ? [] : [demand];
  });
  const bounds = all.filter(({ value }) => typeof value === 'number');
  return bounds.toSorted((a, b) => Number(a.value) - Number(b.value))[0] ?? all[0];
}
