// An error means a refusal: only rules of that severity report one, whatever the file.
import { expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/registry';
import { readCases } from '../conformance/report';
import { findingsOf } from '../kit/expect-findings';
import { snapshotFrom } from '../kit/snapshot';

test('only rules of severity error report errors', () => {
  const cases = readCases(new URL('../conformance/data/verdicts-mutated.jsonl.gz', import.meta.url).pathname);
  const quiet = RULES.filter(({ severity }) => severity !== 'error');
  const wrong = new Set<string>();
  for (const [index, { text }] of cases.entries()) {
    if (index % 12 !== 0) continue;
    for (const target of ['10.5', '9.2', '6.6'])
      for (const { severity, rule } of findingsOf(snapshotFrom(text, { target }), quiet))
        if (severity === 'error') wrong.add(rule);
  }
  expect([...wrong]).toEqual([]);
});
