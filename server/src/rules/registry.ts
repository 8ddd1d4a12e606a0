// Every rule, by category and id. A new rule is one line in the registry of its category's folder, beside its .ts and its .md.
import * as correctness from './correctness/registry';
import * as deprecation from './deprecation/registry';
import * as keepalive from './keepalive/registry';
import * as operations from './operations/registry';
import * as portability from './portability/registry';
import type { Rule } from './rule';
import * as security from './security/registry';
import * as style from './style/registry';
import * as upgrade from './upgrade/registry';

const byId = (rules: Readonly<Record<string, Rule>>) => Object.values(rules).sort((a, b) => (a.id < b.id ? -1 : 1));

export const RULES: readonly Rule[] = [
  correctness,
  deprecation,
  keepalive,
  operations,
  portability,
  security,
  style,
  upgrade,
].flatMap(byId);

const IDS: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of an id. */
export function ruleNamed(id: string): Rule | undefined {
  return IDS.get(id);
}
