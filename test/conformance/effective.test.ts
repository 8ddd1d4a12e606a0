// What real sshd builds print with -T and -T -C of configurations with Include and Match: every line is ours too.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { difference, type EffectiveCase, type RecordedDefaults } from './effective-table';
import { type RegressTable, regressDifference, verifiedVersions } from './regress-table';

const unpacked = (name: string) =>
  gunzipSync(readFileSync(fileURLToPath(new URL(`data/${name}.gz`, import.meta.url)))).toString('utf8');

describe('recorded configurations', () => {
  const defaults = JSON.parse(unpacked('effective-defaults.json')) as RecordedDefaults;
  const cases = unpacked('effective.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as EffectiveCase);

  test('are whole', () => {
    expect(cases).toHaveLength(600);
    expect(Object.keys(defaults)).toHaveLength(9);
  });

  test.each(Object.keys(defaults))('%s', (version) => {
    let compared = 0;
    const differences = cases.flatMap((one) => {
      const result = one.results.find(([versions]) => versions.includes(version));
      if (result === undefined) return [];
      compared++;
      const found = difference(one, result, version, defaults);
      return found === undefined ? [] : [`${one.id}: ${found}`];
    });
    expect(differences).toEqual([]);
    expect(compared).toBe(600);
  });
});

describe('OpenSSH regression tests', () => {
  const { cases } = JSON.parse(unpacked('regress.json')) as RegressTable;
  const versions = [...new Set(cases.flatMap(({ verified }) => Object.keys(verified)))];

  test('are whole', () => {
    expect(cases).toHaveLength(75);
    expect(versions).toHaveLength(42);
  });

  test.each(versions)('%s', (version) => {
    const differences = cases
      .filter((one) => verifiedVersions(one).includes(version))
      .flatMap((one) => {
        const found = regressDifference(one, version);
        return found === undefined ? [] : [`${one.name}: ${found}`];
      });
    expect(differences).toEqual([]);
  });
});
