// The short generated pages: rules and targets.
import { GUIDES, type Guide, POLICIES, type Policy } from '../../server/src/catalog/policies';
import { TARGETS, type Target } from '../../server/src/catalog/targets';
import { NEWEST, shortName } from '../../server/src/catalog/versions';
import { demandOf } from '../../server/src/rules/active-rules';
import { RULES } from '../../server/src/rules/registry';
import type { Category, Rule } from '../../server/src/rules/rule';
import { code, page, table } from './markdown';

const CATEGORIES: Readonly<Record<Category, readonly [title: string, text: string]>> = {
  correctness: ['Correctness', 'What sshd refuses, or reads differently from what is written.'],
  keepalive: ['Keepalive', 'What makes idle sessions freeze, healthy ones end or dead ones stay.'],
  deprecation: ['Deprecation', 'Old names, and keywords that do nothing any more.'],
  security: ['Security', 'What weakens the server.'],
  operations: ['Operations', 'What makes a server hard to run.'],
  upgrade: [
    'Upgrade',
    'What the release you are about to move to refuses, drops or reads differently (`sshdConfig.upgradeTo`).',
  ],
  portability: ['Portability', 'What other releases or systems read differently.'],
  style: ['Style', 'What makes a file hard to read.'],
};

/** docs/rules/README.md: every rule with a link to its page. */
export function rulesPage(): string {
  const parts = (Object.keys(CATEGORIES) as Category[]).flatMap((category) => {
    const rules = RULES.filter((rule) => rule.category === category);
    const [title, text] = CATEGORIES[category];
    return rules.length === 0 ? [] : [`## ${title}`, text, ruleTable(rules)];
  });
  return page(
    'Rules',
    `${RULES.length} rules. An error means that the target's sshd refuses the file; nothing else is an error. A warning is about what sshd accepts but does not do as it reads, or does dangerously; information and hints are advice. ` +
      'The severity in the table is the usual one: the page says where it differs. [What each policy wants](policies.md) is a table of its own; [rules.json](rules.json) has all of it for programs.',
    ...parts,
  );
}

/** docs/rules/policies.md: the policies, and what each wants of the rules that ask one. */
export function policiesPage(): string {
  const names = Object.keys(POLICIES) as Policy[];
  const asking = RULES.filter(({ demands }) => demands !== undefined);
  const columns = ['recommended', ...GUIDES] as const;
  return page(
    'Policies',
    'The setting `sshdConfig.policy` and the option `--policy` choose which advice is given. Rules that are not in the second table run under every policy but `none`. What fails a guide that you have named is a warning; where a guide says nothing, the recommended value holds.',
    table(
      ['Policy', 'Rules', 'What it is'],
      names.map((name) => [code(name), String(countOf(name)), `${POLICIES[name].title}. ${POLICIES[name].text}`]),
    ),
    '## What each wants',
    'A dash: the policy does not ask. `opposite`: the guide wants the contrary, so the rule is silent under it.',
    table(
      ['Rule', ...columns.map((name) => POLICIES[name].title)],
      asking.map((rule) => [link(rule), ...columns.map((name) => wanted(rule, name))]),
    ),
  );
}

function countOf(policy: Policy): number {
  return RULES.filter((rule) => demandOf(rule, policy) !== 'off').length;
}

function wanted({ demands }: Rule, name: 'recommended' | Guide): string {
  const demand = demands?.[name];
  if (demand === undefined) return '–';
  return demand === 'off' ? 'opposite' : demand.wants;
}

/** docs/rules/rules.json: the same for programs, and for a search. */
export function rulesData(): string {
  const names = Object.keys(POLICIES) as Policy[];
  const rules = RULES.map((rule) => {
    const { id, category, severity, since, summary, references, demands = {} } = rule;
    const policies = names.filter((name) => demandOf(rule, name) !== 'off');
    return { id, category, severity, since, summary, policies, demands, references, page: `${category}/${id}.md` };
  });
  return `${JSON.stringify({ policies: POLICIES, rules }, null, 1)}\n`;
}

/** The rules that came with a version, for the changelog. */
export function rulesOfVersion(version: string): string {
  const lines = (Object.keys(CATEGORIES) as Category[]).flatMap((category) => {
    const ids = RULES.filter((rule) => rule.category === category && rule.since === version).map(({ id }) => code(id));
    return ids.length === 0 ? [] : [`- ${CATEGORIES[category][0]}: ${ids.join(', ')}`];
  });
  return lines.join('\n');
}

function ruleTable(rules: readonly Rule[]): string {
  return table(
    ['Rule', 'Severity', 'What it finds'],
    rules.map((rule) => [link(rule), usualSeverity(rule), rule.summary]),
  );
}

// A rule that only guides ask for has no severity of its own.
function usualSeverity({ severity, demands }: Rule): string {
  return demands !== undefined && demands.recommended === undefined ? `off; ${severity} by name` : severity;
}

function link({ id, category }: Rule): string {
  return `[${id}](../../server/src/rules/${category}/${id}.md)`;
}

/** docs/targets.md: what `sshdConfig.target` and the comment take. */
export function targetsPage(): string {
  const systems = TARGETS.filter(({ vendor }) => vendor !== undefined);
  const releases = TARGETS.filter(({ vendor }) => vendor === undefined);
  return page(
    'Targets',
    'A file is judged for one target: an OpenSSH release, or a system with the release it is delivered with. The first of these that names one decides: ' +
      'a comment `# sshd-config: target=debian-12` in the file, the setting `sshdConfig.target`, the `etc/os-release` of the system the file lies on, the newest release.',
    '## Systems',
    table(['Target', 'System'], systems.map(row)),
    '## Releases',
    `\`${shortName(NEWEST)}\` stands for the last patch of that release; an older patch keeps its full name. Releases count as their authors publish them, without what vendors add.`,
    table(['Target', 'Release'], releases.map(row)),
  );
}

function row({ id, label }: Target): readonly string[] {
  return [code(id), label];
}
