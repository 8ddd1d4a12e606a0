// Ranges: moving, touching, spanning.
import { expect, test } from 'vitest';
import { shifted, spanning, touches } from '../../server/src/base/text-range';

test('ranges', () => {
  expect(shifted({ start: 3, end: 5 }, 4)).toEqual({ start: 7, end: 9 });
  expect(shifted({ start: 3, end: 5 }, -3)).toEqual({ start: 0, end: 2 });
  expect([2, 3, 4, 5, 6].map((offset) => touches({ start: 3, end: 5 }, offset))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  expect(touches({ start: 3, end: 3 }, 3)).toBe(true);
  expect(spanning({ start: 3, end: 5 }, { start: 1, end: 4 })).toEqual({ start: 1, end: 5 });
  expect(spanning({ start: 1, end: 2 }, { start: 6, end: 9 })).toEqual({ start: 1, end: 9 });
});
