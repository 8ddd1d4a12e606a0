// The order of releases, their names, and values by release.
import { expect, test } from 'vitest';
import { isSince, NEWEST, RELEASES, releaseNamed, shortName, valueAt } from '../../server/src/catalog/versions';

test('releases are in order, oldest first, each once', () => {
  const key = (release: string) => release.split(/[.p]/).map(Number);
  const sorted = [...RELEASES].toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0) || (x[2] ?? 0) - (y[2] ?? 0);
  });
  expect(RELEASES).toEqual(sorted);
  expect(new Set(RELEASES).size).toBe(RELEASES.length);
  expect(RELEASES[0]).toBe('6.6p1');
  expect(RELEASES.at(-1)).toBe(NEWEST);
});

test('older and newer', () => {
  expect(isSince('10.0p1', '9.9p2')).toBe(true);
  expect(isSince('9.9p1', '9.9p2')).toBe(false);
  expect(isSince('9.9p2', '9.9p2')).toBe(true);
});

test('a release by name: a short one means its last patch', () => {
  expect(releaseNamed('9.9')).toBe('9.9p2');
  expect(releaseNamed('9.9p1')).toBe('9.9p1');
  expect(releaseNamed('10.0')).toBe('10.0p2');
  for (const wrong of ['', '9', '9.', '1.0', '10.50', '9.9p3', '6.5'])
    expect(releaseNamed(wrong), wrong).toBeUndefined();
  expect(RELEASES.map(shortName)).not.toContain('9.9p1');
  expect(shortName('7.1p2')).toBe('7.1');
});

test('values that changed', () => {
  const steps = [
    ['7.0p1', 'a'],
    ['8.0p1', 'b'],
  ] as const;
  expect([valueAt(steps, '6.9p1'), valueAt(steps, '7.0p1'), valueAt(steps, '7.9p1'), valueAt(steps, '10.5p1')]).toEqual(
    [undefined, 'a', 'a', 'b'],
  );
  expect(valueAt([], '10.5p1')).toBeUndefined();
});
