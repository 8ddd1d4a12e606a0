// `npm run new-rule -- CATEGORY/RULE-ID "Summary."`: the rule's source, its page and its line in the registry, for somebody to fill in.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../server/src/rules', import.meta.url));

const source = (category: string, id: string, summary: string, version: string): string => `// ${summary}
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const ${variable(id)} = defineRule({
  id: '${id}',
  category: '${category}',
  severity: 'warning',
  since: '${version}',
  summary: '${summary.replaceAll("'", "\\'")}',
  references: ['sshd_config(5)'],
  lines: ofKeyword('Port'),
  *checkLine(placed, snapshot) {
    if (!isAccepted(placed, snapshot)) return;
    yield { range: placed.line.keyword, message: 'What is wrong. What sshd does. What to write instead.' };
  },
});
`;

const page = (id: string, summary: string): string => `# ${id}

${summary}

## What it finds

## Why it matters

## Examples

\`\`\`sshd_config
\`\`\`

Silent:

\`\`\`sshd_config
\`\`\`

## Fix

## References

- [sshd_config(5)](https://man.openbsd.org/sshd_config)
`;

function variable(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function newRule(place: string, summary: string): void {
  const [, category, id] = /^([a-z]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(place) ?? [];
  if (category === undefined || id === undefined || !/\.$/.test(summary))
    throw new Error('usage: npm run new-rule -- CATEGORY/RULE-ID "Summary, a sentence with a full stop."');
  const registry = path.join(folder, category, 'registry.ts');
  if (!existsSync(registry)) throw new Error(`no such category: ${category}`);
  const file = path.join(folder, category, id);
  if (existsSync(`${file}.ts`)) throw new Error(`there is such a rule: ${place}`);
  const { version } = JSON.parse(readFileSync(path.join(folder, '../../package.json'), 'utf8')) as { version: string };
  // What is written now comes with the next minor version.
  const next = version.replace(
    /^(\d+)\.(\d+)\..*/,
    (_, major: string, minor: string) => `${major}.${Number(minor) + 1}.0`,
  );
  writeFileSync(`${file}.ts`, source(category, id, summary, next));
  writeFileSync(`${file}.md`, page(id, summary));
  const [head, ...lines] = readFileSync(registry, 'utf8').trimEnd().split('\n');
  const all = [...lines, `export { ${variable(id)} } from './${id}';`];
  const byFile = (line: string): string => /'(.*)'/.exec(line)?.[1] ?? '';
  writeFileSync(registry, `${[head, ...all.toSorted((a, b) => (byFile(a) < byFile(b) ? -1 : 1))].join('\n')}\n`);
  console.log(`${file}.ts\n${file}.md\n${registry}\nFill them in, then: npm run generate`);
}

newRule(process.argv[2] ?? '', process.argv[3] ?? '');
