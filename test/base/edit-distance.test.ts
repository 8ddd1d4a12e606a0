// How far words lie apart, and which are offered as nearest.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearest } from '../../server/src/base/edit-distance';

test.each([
  ['', '', 0],
  ['a', '', 1],
  ['port', 'port', 0],
  ['port', 'prot', 1],
  ['port', 'pot', 1],
  ['port', 'ports', 1],
  ['port', 'part', 1],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
])('%j to %j takes %i', (a, b, distance) => {
  expect(editDistance(a, b, 9)).toBe(distance);
  expect(editDistance(b, a, 9)).toBe(distance);
});

test('gives up above the limit', () => {
  expect(editDistance('kitten', 'sitting', 3)).toBe(3);
  expect(editDistance('kitten', 'sitting', 2)).toBe(3);
  expect(editDistance('a', 'aaaaaaaa', 2)).toBe(3);
  expect(editDistance('', 'abc', 2)).toBe(3);
});

test('the limit changes nothing below it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.nat(8), (a, b, limit) => {
      const distance = editDistance(a, b, 99);
      expect(editDistance(a, b, limit)).toBe(Math.min(distance, limit + 1));
    }),
    { numRuns: 500 },
  );
});

test('the nearest words come first, whatever their case', () => {
  const words = ['Port', 'PermitRootLogin', 'PermitOpen', 'Ciphers', 'PermitTTY'];
  expect(nearest('prot', words)).toEqual(['Port']);
  expect(nearest('PERMITROTLOGIN', words)).toEqual(['PermitRootLogin']);
  expect(nearest('port', words)).toEqual(['Port']);
  expect(nearest('zzzzzz', words)).toEqual([]);
  expect(nearest('', words)).toEqual([]);
  expect(nearest('ab', ['ax', 'ay', 'az', 'aw', 'qq'])).toEqual(['aw', 'ax', 'ay']);
  expect(nearest('ab', ['ax', 'ay'], 1)).toEqual(['ax']);
});
