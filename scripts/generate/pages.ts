// The short generated pages: rules and targets.
import { TARGETS, type Target } from '../../server/src/catalog/targets';
import { NEWEST, shortName } from '../../server/src/catalog/versions';
import { RULES } from '../../server/src/rules/registry';
import type { Category, Rule } from '../../server/src/rules/rule';
import { code, page, table } from './markdown';

const CATEGORIES: Readonly<Record<Category, readonly [title: string, text: string]>> = {
  correctness: ['Correctness', 'What sshd refuses, or reads differently from what is written.'],
  keepalive: ['Keepalive', 'What makes idle sessions freeze, healthy ones end or dead ones stay.'],
  deprecation: ['Deprecation', 'Old names, and keywords that do nothing any more.'],
  security: ['Security', 'What weakens the server.'],
  operations: ['Operations', 'What makes a server hard to run.'],
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
      'The severity in the table is the usual one: the page says where it differs.',
    ...parts,
  );
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
  const link = ({ id, category }: Rule): string => `[${id}](../../server/src/rules/${category}/${id}.md)`;
  return table(
    ['Rule', 'Severity', 'What it finds'],
    rules.map((rule) => [link(rule), rule.severity, rule.summary]),
  );
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
