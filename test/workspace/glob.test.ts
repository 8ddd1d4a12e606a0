// Glob patterns as sshd's own glob(3) reads them.
import { describe, expect, it } from 'vitest';
import { globParts, inByteOrder } from '../../server/src/workspace/glob';

describe('one part of a pattern', () => {
  it.each([
    ['*.conf', ['a.conf', '.conf', 'a.conf.bak'], [true, false, false]],
    ['.*', ['.a', 'a'], [true, false]],
    ['\\.*', ['.a', 'a'], [true, false]],
    ['[.]a', ['.a'], [false]],
    ['a?c', ['abc', 'ac', 'a.c'], [true, false, true]],
    ['?', ['a', 'ä'], [true, false]],
    ['??', ['a', 'ä'], [false, true]],
    ['[0-9]*', ['10-a', 'x'], [true, false]],
    ['[!a]x', ['bx', 'ax'], [true, false]],
    ['[^a]x', ['bx', 'ax', '^x'], [false, true, true]],
    ['[]a]', [']', 'a', 'b'], [true, true, false]],
    ['[a-]', ['a', '-', 'b'], [true, true, false]],
    ['[[:digit:]x]', ['1', 'x', ':', 'd'], [true, true, false, false]],
    ['[[:nosuch:]]', ['n]', ':]', 'x]'], [true, true, false]],
    ['[\\]a]', [']', 'a', '\\'], [true, true, false]],
    ['[', ['[', 'a'], [true, false]],
    ['[]', ['[]', ']'], [true, false]],
    ['[!]', ['[!]', 'a'], [true, false]],
    ['[z-a]', ['a', 'z', '-'], [false, false, false]],
    ['\\*', ['*', 'a'], [true, false]],
    ['a\\', ['a\\', 'a'], [true, false]],
    ['a.b+(c)|$', ['a.b+(c)|$', 'axb+(c)|$'], [true, false]],
    ['{a,b}', ['a', '{a,b}'], [false, true]],
  ])('%s', (pattern, names, fits) => {
    const [part] = globParts(pattern);
    expect(names.map((name) => part?.fits(name))).toEqual(fits);
  });

  it('is told from a plain name', () => {
    const literals = globParts('/etc/s\\*h/[a]/b[/*').map(({ literal }) => literal);
    expect(literals).toEqual(['', 'etc', 's*h', undefined, 'b[', undefined]);
  });

  it('takes no longer for many stars', () => {
    const [part] = globParts(`${'*a'.repeat(30)}*b`);
    expect(part?.fits('a'.repeat(4000))).toBe(false);
  });
});

it('orders by bytes', () => {
  const names = ['b', '10', 'a', 'B', '9', '\uff5e', '\u{1f600}', 'ä'];
  expect(names.toSorted(inByteOrder)).toEqual(['10', '9', 'B', 'a', 'b', 'ä', '\uff5e', '\u{1f600}']);
});
