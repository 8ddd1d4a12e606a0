// The tests of one table of recorded verdicts: a version a test.
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compare, readCases } from './report';

/** Defines them. A table that shrinks by accident is no agreement, so its size is known. */
export function agreesWithTable(table: string, size: number, builds = 11): void {
  describe(table, () => {
    const cases = readCases(fileURLToPath(new URL(`data/verdicts-${table}.jsonl.gz`, import.meta.url)));
    const versions = [...new Set(cases.flatMap(({ verdicts }) => verdicts.flatMap(([of]) => of)))];

    test('is whole', () => {
      expect(cases).toHaveLength(size);
      expect(versions).toHaveLength(builds);
    });

    test.each(versions)('%s', (version) => {
      const disagreements: string[] = [];
      const tally = compare(cases, [version], (text) => disagreements.push(text)).get(version);
      expect(disagreements.slice(0, 20)).toEqual([]);
      expect(tally).toEqual({ agreed: size, all: size });
    });
  });
}
