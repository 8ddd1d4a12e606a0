// Match lines as read: criteria with their words, problems with their places. Verdicts by release are in the recorded tables.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MatchCriteria, readCriteria } from '../../server/src/catalog/match-criteria';
import { dialectOf } from '../../server/src/catalog/targets';
import { parse } from '../../server/src/syntax/parse';
import { targetOf } from '../kit/snapshot';

function read(text: string, id = '10.5'): MatchCriteria {
  const target = targetOf(id);
  const [line] = parse(text, dialectOf(target)).lines;
  if (line?.kind !== 'directive') throw new Error('no directive');
  return readCriteria(line, target);
}

const said = (text: string, id?: string) =>
  read(text, id).criteria.map(({ criterion, value }) =>
    value === undefined ? criterion.name : `${criterion.name}=${value.value}`,
  );
/** The text a problem underlines, and its message. */
const wrong = (text: string, id?: string) =>
  read(text, id).problems.map(({ range, message }) => `[${text.slice(range.start, range.end)}] ${message}`);

test('criteria in any case, with their values', () => {
  expect(said('Match user alice HOST *.example.org')).toEqual(['User=alice', 'Host=*.example.org']);
  expect(said('Match Invalid-User Address 10.0.0.0/8')).toEqual(['Invalid-User', 'Address=10.0.0.0/8']);
  expect(said('Match User "a, b"')).toEqual(['User=a, b']);
  expect(said('Match User a # why')).toEqual(['User=a']);
  expect(said('Match User a#b')).toEqual(['User=a#b']);
  expect(said('Match User a#b', '8.6')).toEqual(['User=a']);
});

test('words know where they stand', () => {
  const text = 'Match  User=alice';
  const [first] = read(text).criteria;
  expect([first?.name, first?.value].map((word) => text.slice(word?.start, word?.end))).toEqual(['User', 'alice']);
  expect(first?.value?.start).toBe(12);
});

test('criterion=value, by release', () => {
  expect(said('Match User=a')).toEqual(['User=a']);
  expect(said('Match User=a', '9.9p1')).toEqual([]);
  expect(wrong('Match User=a', '9.9p1')[0]).toMatch(/^\[User=a\] .*blank instead of `=`/);
  expect(said('Match User=a', '9.8')).toEqual(['User=a']);
  expect(said('Match User = a', '9.8')).toEqual(['User=a']);
  expect(wrong('Match User = a', '9.9p1')).toHaveLength(1);
  expect(said('Match Host=h,User=x')).toEqual(['Host=h,User=x']);
});

test('all stands alone, and acts at once', () => {
  expect(read('Match all')).toMatchObject({ always: true, activeWhenRead: true, problems: [] });
  expect(read('Match ALL # comment')).toMatchObject({ always: true, problems: [] });
  expect(wrong('Match all User a')[0]).toMatch(/^\[all\]/);
  expect(wrong('Match User a all')[0]).toMatch(/^\[all\]/);
  expect(read('Match User a')).toMatchObject({ always: false, activeWhenRead: false });
});

test('a version that fits acts at once', () => {
  expect(read('Match version OpenSSH_10*').activeWhenRead).toBe(true);
  expect(read('Match version *,!OpenSSH_10*').activeWhenRead).toBe(false);
  expect(read('Match version OpenSSH_10* User a').activeWhenRead).toBe(false);
});

describe('problems', () => {
  test.each([
    ['Match', /^\[Match\] .*needs a criterion/],
    ['Match User', /^\[User\] .*needs a value/],
    ['Match User ""', /^\[User\] .*needs a value/],
    ['Match User a b', /^\[b\] .*no criterion `b`/],
    ['Match exec true', /^\[exec\] .*ssh_config/],
    ['Match LocalPort 22,23', /^\[22,23\] .*no port/],
    ['Match LocalPort 70000', /^\[70000\] .*no port/],
    ['Match Address 10.0.0.1/8', /^\[10\.0\.0\.1\/8\] .*`10\.0\.0\.0\/8`/],
    ['Match Address "10.0.0.1/8"', /^\[10\.0\.0\.1\/8\]/],
    ['Match Address 10.0.0.0/33', /^\[10\.0\.0\.0\/33\] .*32 bits/],
    ['Match LocalAddress ::1/64', /^\[::1\/64\] .*`::\/64`/],
  ])('%s', (text, message) => {
    expect(wrong(text)).toEqual([expect.stringMatching(message)]);
  });

  test('a criterion that came later says since when', () => {
    expect(wrong('Match Version x', '9.9')[0]).toMatch(/known since OpenSSH 10\.0/);
    expect(wrong('Match RDomain x', '7.6')[0]).toMatch(/known since OpenSSH 7\.7/);
    expect(wrong('Match RDomain x', '7.7')).toEqual([]);
  });

  test('host bits are looked at from 8.4 on', () => {
    expect(wrong('Match Address 10.0.0.1/8', '8.3')).toEqual([]);
    expect(read('Match Address 10.0.0.1/8').problems[0]?.instead).toEqual(['10.0.0.0/8']);
  });
});

test('whatever stands behind Match, every range lies in the line', () => {
  const words = fc.constantFrom(
    'User',
    'all',
    'Address',
    'LocalPort',
    'a',
    '10.0.0.1/8',
    '=',
    ' ',
    ' ',
    '"',
    "'",
    '#',
    ',',
    '!',
    '\\',
    '22',
    '\t',
    'Invalid-User',
    'constructor',
  );
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 10 }),
      fc.constantFrom('6.6', '8.6', '9.8', '9.9p1', '10.5'),
      (parts, id) => {
        const text = `Match ${parts.join('')}`;
        const { criteria, problems } = read(text, id);
        const ranges = [
          ...criteria.flatMap(({ name, value }) => (value === undefined ? [name] : [name, value])),
          ...problems.map(({ range }) => range),
        ];
        for (const { start, end } of ranges) expect(0 <= start && start <= end && end <= text.length).toBe(true);
        expect(problems.length).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 1000 },
  );
});

test.each([
  // What Debian's 9.2 says of each; behind 9.8 an empty word is no criterion.
  ['Match User a "" b', '9.2', 'b'],
  ['Match User a "" #b', '9.2', '#b'],
  ['Match User a "" ""', '9.2', '""'],
  ['Match RDomain"" LocalAddress "" x !a', '9.2', 'x !a'],
  ['Match all "" b', '9.2', 'b'],
  ['Match User a ""', '9.2', undefined],
  ['Match User a "#" b', '9.2', undefined],
  ['Match User a "" b', '8.6', 'b'],
  ['Match User a "" ""', '8.6', undefined],
  ['Match all "" b', '10.5', 'b'],
])('an empty word ends the criteria: %s at %s leaves %s', (text, id, left) => {
  const { leftOver } = read(text, id);
  expect(leftOver && text.slice(leftOver.start, leftOver.end)).toBe(left);
});
