// The page of mistakes tells the truth: each example is found by the rules it names. Examples without expectations are right, and no rule warns.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleNamed } from '../../server/src/rules/registry';
import type { Rule } from '../../server/src/rules/rule';
import { expectFindingsInFiles, findingsOf } from '../kit/expect-findings';
import { fixture } from '../kit/fixtures';
import { examplesIn, type PageExample } from '../kit/page-examples';
import { MAIN_PATH, snapshotFrom } from '../kit/snapshot';

const page = readFileSync(new URL('../../docs/mistakes.md', import.meta.url), 'utf8');
const MISTAKES = page.split(/^## (?=\d+\. )/m).slice(1);

function rulesExpected({ files }: PageExample): readonly Rule[] {
  const ids = Object.values(files).flatMap((text) => fixture(String(text)).expectations.map(({ rule }) => rule));
  return [...new Set(ids)].map((id) => {
    const rule = ruleNamed(id);
    if (rule === undefined) throw new Error(`no such rule: ${id}`);
    return rule;
  });
}

it('has all 38, and an example of at least 34', () => {
  expect(MISTAKES.map((text) => Number.parseInt(text, 10))).toEqual(
    Array.from({ length: 38 }, (_, index) => index + 1),
  );
  const found = MISTAKES.filter((text) => examplesIn(text).some((example) => rulesExpected(example).length > 0));
  expect(found.length).toBeGreaterThanOrEqual(34);
});

describe.each(
  MISTAKES.filter((text) => text.includes('```')).map((text) => [text.split('\n')[0] ?? '', text] as const),
)('%s', (_, text) => {
  it.each(examplesIn(text).map((example, index) => [index + 1, example] as const))('example %i', (_index, example) => {
    const rules = rulesExpected(example);
    if (rules.length > 0) expectFindingsInFiles(example.files, { ...example.options, rules });
    else {
      const found = findingsOf(snapshotFrom(String(example.files[MAIN_PATH] ?? ''), example.options));
      expect(found.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
    }
  });
});
