// match_pattern() and match_pattern_list() of match.c.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesPattern, matchesPatternList } from '../../server/src/base/wildcard';

test.each([
  ['', '', true],
  ['a', '', false],
  ['', '*', true],
  ['', '**', true],
  ['', '?', false],
  ['abc', 'abc', true],
  ['abc', 'ABC', false],
  ['abc', 'a?c', true],
  ['abc', 'a*', true],
  ['abc', '*c', true],
  ['abc', '*b*', true],
  ['abc', 'ab', false],
  ['abc', 'abcd', false],
  ['aXbXc', 'a*b*c', true],
  ['aaab', '*ab', true],
  ['a.b', 'a[.]b', false],
  ['[a]', '[a]', true],
  ['{a,b}', '{a,b}', true],
  ['a\\*', 'a\\*', true],
  ['a*', 'a?', true],
])('%j fits %j: %s', (text, pattern, fits) => {
  expect(matchesPattern(text, pattern)).toBe(fits);
});

test.each([
  ['alice', 'alice,bob', true],
  ['carol', 'alice,bob', false],
  ['alice', '!alice', false],
  ['bob', '!alice', false],
  ['bob', '*,!alice', true],
  ['alice', '*,!alice', false],
  ['alice', '!alice,*', false],
  ['alice', ' alice', false],
  ['', ',', true],
  ['Host.Example', 'host.*', false],
])('%j is in the list %j: %s', (text, list, isIn) => {
  expect(matchesPatternList(text, list)).toBe(isIn);
});

test('case may be made to count for nothing', () => {
  expect(matchesPatternList('Host.Example', '*.EXAMPLE', true)).toBe(true);
  expect(matchesPatternList('Host.Example', '*,!HOST.*', true)).toBe(false);
});

test('agrees with a regular expression on any text', () => {
  const few = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 10 });
  fc.assert(
    fc.property(few, few, (text, pattern) => {
      const same = Array.from(pattern, (ch) =>
        ch === '*' ? '[^]*' : ch === '?' ? '[^]' : ch.replace('.', '\\.'),
      ).join('');
      expect(matchesPattern(text, pattern)).toBe(new RegExp(`^${same}$`).test(text));
    }),
    { numRuns: 1000 },
  );
});

test('many stars cost no more than their number', () => {
  expect(matchesPattern('a'.repeat(5000), `${'*a'.repeat(200)}b`)).toBe(false);
});
