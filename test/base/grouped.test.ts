// Numbers in groups of three.
import { expect, test } from 'vitest';
import { grouped } from '../../server/src/base/grouped';

test.each([0, 7, 256, 999, 1000, 65_536, 1_000_000, 10_737_418_240])('%d reads as in English', (value) => {
  expect(grouped(value)).toBe(value.toLocaleString('en'));
  expect(grouped(BigInt(value))).toBe(value.toLocaleString('en'));
});
