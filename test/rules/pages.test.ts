// Every rule has its page, and the page's examples are true: they run here. In a page only its own rule counts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { GUIDES, type Guide } from '../../server/src/catalog/policies';
import { RULES } from '../../server/src/rules/registry';
import type { Rule } from '../../server/src/rules/rule';
import { expectFindingsInFiles } from '../kit/expect-findings';
import { expectationsIn, withoutExpectations } from '../kit/fixtures-in-files';
import { examplesIn, filesAfterFix } from '../kit/page-examples';

const GUIDE_NAMES: Readonly<Record<Guide, string>> = {
  cis: 'CIS',
  stig: 'STIG',
  mozilla: 'Mozilla',
  bsi: 'BSI',
  'ssh-audit': 'ssh-audit',
  'dev-sec': 'dev-sec',
  lynis: 'Lynis',
};

const SECTIONS = ['What it finds', 'Why it matters', 'Examples', 'Fix', 'References'];

function pageOf(rule: Rule): string {
  return fileURLToPath(new URL(`../../server/src/rules/${rule.category}/${rule.id}.md`, import.meta.url));
}

it('has no page without a rule', () => {
  const folder = fileURLToPath(new URL('../../server/src/rules/', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const pages = files.filter((path) => path.endsWith('.md'));
  expect(pages.toSorted()).toEqual(RULES.map((rule) => `${rule.category}/${rule.id}.md`).toSorted());
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const page = existsSync(pageOf(rule)) ? readFileSync(pageOf(rule), 'utf8') : '';
  const examples = examplesIn(page);

  it('has a page with its id, its summary and every section', () => {
    expect(page.split('\n').slice(0, 3)).toEqual([`# ${rule.id}`, '', rule.summary]);
    expect(Array.from(page.matchAll(/^## (.*)$/gm), (heading) => heading[1])).toEqual(SECTIONS);
  });

  it('names the guides that ask for it', () => {
    const guides = GUIDES.filter((guide) => rule.demands?.[guide] !== undefined);
    for (const guide of guides) expect(page, guide).toContain(GUIDE_NAMES[guide]);
  });

  it('shows a case it finds and one it does not', () => {
    const counts = examples.map(({ files }) => expectationsIn(files));
    expect(counts.some((count) => count > 0)).toBe(true);
    expect(counts.some((count) => count === 0)).toBe(true);
  });

  examples.forEach(({ files, options, afterFix, beside }, index) => {
    it(`example ${index + 1}`, () => {
      expectFindingsInFiles(files, { ...options, rules: [rule], beside });
    });
    if (Object.keys(afterFix).length === 0) return;
    it(`example ${index + 1}, after the fix`, () => {
      const after = filesAfterFix(files, rule, { ...options, beside });
      for (const [path, text] of Object.entries(afterFix))
        expect(after[path], path).toEqual(withoutExpectations({ [path]: text })[path]);
      expectFindingsInFiles({ ...after, ...afterFix }, { ...options, rules: [rule], beside });
    });
  });
});
