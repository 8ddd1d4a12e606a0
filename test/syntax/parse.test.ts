// Trees of telling lines in both dialects. What the arguments mean is not asked here.
import { describe, expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse';
import { DIALECTS, lengthWithoutEnd, lineIndexAt, rangeInFile } from '../../server/src/syntax/tree';
import { described } from './described';

const old = (text: string) => described(text, 'strdelim');
const modern = (text: string) => described(text, 'argv-split');

describe('both dialects', () => {
  for (const dialect of DIALECTS) {
    const tree = (text: string) => described(text, dialect);

    test(`${dialect}: an empty text has no line, a last line needs no end`, () => {
      expect(tree('')).toBe('');
      expect(tree('\n')).toBe('blank');
      expect(tree('Port 22')).toBe('directive Port@0-4 [22@5-7] rest@5-7');
      expect(tree('Port 22\n')).toBe('directive Port@0-4 [22@5-7] rest@5-7');
    });

    test(`${dialect}: comments and blank lines`, () => {
      expect(tree('# a\n \t# b\r\n   \n\t\r\n#')).toBe('comment @0-3\ncomment @2-5\nblank\nblank\ncomment @0-1');
    });

    test(`${dialect}: leading and trailing blanks`, () => {
      expect(tree(' \t Port 22 \t\r\n')).toBe('directive Port@3-7 [22@8-10] rest@8-10');
      expect(tree('Port\t22\f\n')).toBe(
        dialect === 'strdelim-untrimmed'
          ? 'directive Port@0-4 [22\\f@5-8] rest@5-8'
          : 'directive Port@0-4 [22@5-7] rest@5-7',
      );
    });

    test(`${dialect}: one = behind the keyword`, () => {
      expect(tree('Port=22')).toBe('directive Port@0-4 =@4-5 [22@5-7] rest@5-7');
      expect(tree('Port = 22')).toBe('directive Port@0-4 =@5-6 [22@7-9] rest@7-9');
      expect(tree('Port =22')).toBe('directive Port@0-4 =@5-6 [22@6-8] rest@6-8');
      expect(tree('Port= 22')).toBe('directive Port@0-4 =@4-5 [22@6-8] rest@6-8');
    });

    test(`${dialect}: one = may stand in front`, () => {
      expect(tree('=Port 22')).toBe('directive Port@1-5 [22@6-8] rest@6-8');
      expect(tree(' Port 22')).toBe('directive Port@1-5 [22@6-8] rest@6-8');
      expect(tree('=\n==\n')).toBe('blank\nblank');
    });

    test(`${dialect}: a keyword alone, and with an = alone`, () => {
      expect(tree('Port')).toBe('directive Port@0-4 [] rest@4-4');
      expect(tree('Port=')).toBe('directive Port@0-4 =@4-5 [] rest@5-5');
    });

    test(`${dialect}: a quoted keyword ends at its quote`, () => {
      expect(tree('"Port"22')).toBe('directive Port<"Port"@0-6 [22@6-8] rest@6-8');
      expect(tree('Po"rt" 22')).toBe('directive Port<Po"rt"@0-6 [22@7-9] rest@7-9');
    });

    test(`${dialect}: a quote that opens at the keyword and never closes leaves nothing`, () => {
      expect(tree('"Port 22\nPort 22')).toBe('blank\ndirective Port@0-4 [22@5-7] rest@5-7');
    });

    test(`${dialect}: a byte order mark belongs to the keyword`, () => {
      expect(tree('\uFEFFPort 22\n')).toBe('directive BOMPort@0-5 [22@6-8] rest@6-8');
      expect(tree('\uFEFF# x\n')).toMatch(
        dialect === 'argv-split' ? /^directive BOM#@0-2 \[x@/ : /^directive BOM@0-1 \[\]/,
      );
    });

    test(`${dialect}: a form feed is a character everywhere but behind`, () => {
      expect(tree('\f\n')).toBe('directive \\f@0-1 [] rest@1-1');
      expect(tree(' \f \n')).toBe('directive \\f@1-2 [] rest@2-2');
      expect(tree('\fPort 22')).toBe('directive \\fPort@0-5 [22@6-8] rest@6-8');
    });

    test(`${dialect}: a NUL takes the line end away, so that the next line is glued on`, () => {
      expect(tree('Port 2\0x\n2\nUsePAM no\n')).toBe(
        'directive(2 lines) Port@0-4 [22<2\\0x\\n2@5-10] rest@5-10\ndirective UsePAM@0-6 [no@7-9] rest@7-9',
      );
      expect(tree('\0\n\0\nPort 22')).toBe('directive(3 lines) Port@4-8 [22@9-11] rest@9-11');
      expect(tree('Port 22\0')).toBe('directive Port@0-4 [22@5-7] rest@5-7');
    });
  }
});

describe('up to 8.6 (strdelim)', () => {
  test('only the double quote counts, and it ends the word', () => {
    expect(old('Banner "/a b"c')).toBe('directive Banner@0-6 [/a_b<"/a_b"@7-13 c@13-14] rest@7-14');
    expect(old("Banner '/a b'")).toBe("directive Banner@0-6 ['/a@7-10 b'@11-13] rest@7-13");
    expect(old('Banner /a"b c"d')).toBe('directive Banner@0-6 [/ab_c</a"b_c"@7-14 d@14-15] rest@7-15');
    expect(old('Banner ""')).toBe('directive Banner@0-6 [<""@7-9] rest@7-9');
  });

  test('a backslash is a character', () => {
    expect(old('AllowUsers a\\ b\\"c')).toBe('directive AllowUsers@0-10 [a\\@11-13] rest@11-18 unclosed@14-18');
  });

  test('one = splits any two words', () => {
    expect(old('AllowUsers a=b')).toBe('directive AllowUsers@0-10 [a@11-12 b@13-14] rest@11-14');
    expect(old('AllowUsers a = b')).toBe('directive AllowUsers@0-10 [a@11-12 b@15-16] rest@11-16');
    expect(old('AllowUsers a==b')).toBe('directive AllowUsers@0-10 [a@11-12 @13-13 b@14-15] rest@11-15');
  });

  test('a comment starts at the first #, wherever it stands', () => {
    expect(old('Banner /a#b c\n')).toBe('directive Banner@0-6 [/a@7-9] rest@7-9 comment@9-13');
    expect(old('Banner "/a#b"\n')).toBe('directive Banner@0-6 [] rest@7-10 comment@10-13 unclosed@7-10');
    expect(old('Port 22 # x\r\n')).toBe('directive Port@0-4 [22@5-7] rest@5-7 comment@8-11');
  });

  test('a CR inside a line separates words', () => {
    expect(old('Port 22\rPort 23\n')).toBe('directive Port@0-4 [22@5-7 Port@8-12 23@13-15] rest@5-15');
  });

  test('a comment is cut off before a NUL in it can glue', () => {
    expect(old('Port 22 # \0\nUsePAM no')).toBe(
      'directive Port@0-4 [22@5-7] rest@5-7 comment@8-11\ndirective UsePAM@0-6 [no@7-9] rest@7-9',
    );
  });
});

describe('from 8.7 (argv_split)', () => {
  test('both quotes count, and words go on behind them', () => {
    expect(modern('Banner "/a b"c')).toBe('directive Banner@0-6 [/a_bc<"/a_b"c@7-14] rest@7-14');
    expect(modern("Banner '/a b'")).toBe("directive Banner@0-6 [/a_b<'/a_b'@7-13] rest@7-13");
    expect(modern('Banner n"o"\'t\'')).toBe('directive Banner@0-6 [not<n"o"\'t\'@7-14] rest@7-14');
    expect(modern('Banner "it\'s"')).toBe('directive Banner@0-6 [it\'s<"it\'s"@7-13] rest@7-13');
    expect(modern('Banner ""')).toBe('directive Banner@0-6 [<""@7-9] rest@7-9');
  });

  test('a backslash escapes quotes, itself, and a blank outside quotes', () => {
    expect(modern('AllowUsers a\\ b')).toBe('directive AllowUsers@0-10 [a_b<a\\_b@11-15] rest@11-15');
    expect(modern('AllowUsers a\\"b\\\'c')).toBe('directive AllowUsers@0-10 [a"b\'c<a\\"b\\\'c@11-18] rest@11-18');
    expect(modern('AllowUsers D\\u D\\\\u')).toBe(
      'directive AllowUsers@0-10 [D\\u@11-14 D\\u<D\\\\u@15-19] rest@11-19',
    );
    expect(modern('AllowUsers "a\\ b"')).toBe('directive AllowUsers@0-10 [a\\_b<"a\\_b"@11-17] rest@11-17');
    expect(modern('Banner /a\\')).toBe('directive Banner@0-6 [/a\\@7-10] rest@7-10');
  });

  test('behind the first = others are text', () => {
    expect(modern('AllowUsers a=b')).toBe('directive AllowUsers@0-10 [a=b@11-14] rest@11-14');
    expect(modern('AllowUsers a = b')).toBe('directive AllowUsers@0-10 [a@11-12 =@13-14 b@15-16] rest@11-16');
    expect(modern('Port==22')).toBe('directive Port@0-4 =@4-5 [=22@5-8] rest@5-8');
  });

  test('a comment starts only where a word would', () => {
    expect(modern('Banner /a#b #c\n')).toBe('directive Banner@0-6 [/a#b@7-11] rest@7-14 comment@12-14');
    expect(modern('Banner "x"#y # z\r\n')).toBe('directive Banner@0-6 [x#y<"x"#y@7-12] rest@7-16 comment@13-16');
    expect(modern('Port #22')).toBe('directive Port@0-4 [] rest@5-8 comment@5-8');
  });

  test('an unclosed quote of either kind takes all words', () => {
    expect(modern("ForceCommand echo it's\n")).toBe(
      'directive ForceCommand@0-12 [echo@13-17] rest@13-22 unclosed@18-22',
    );
    expect(modern('Banner "/a\n')).toBe('directive Banner@0-6 [] rest@7-10 unclosed@7-10');
  });

  test('a CR inside a line is text', () => {
    expect(modern('Port 22\rPort 23\n')).toBe('directive Port@0-4 [22\\rPort@5-12 23@13-15] rest@5-15');
  });

  test('a comment behind glued lines has its place in the text', () => {
    const [line] = parse('Port 22\0zz\n 23 # x\n', 'argv-split').lines;
    expect(line).toMatchObject({ kind: 'directive', comment: { start: 15, end: 18 } });
  });

  test('a NUL in a comment glues too', () => {
    expect(modern('# \0\nPort 22\nUsePAM no')).toBe('comment(2 lines) @0-11\ndirective UsePAM@0-6 [no@7-9] rest@7-9');
  });
});

test('lines are found by offset, ranges by line', () => {
  const tree = parse('Port 22\n\nUsePAM no', 'argv-split');
  expect(tree.starts).toEqual([0, 8, 9]);
  expect([0, 7, 8, 9, 18, 99].map((offset) => lineIndexAt(tree, offset))).toEqual([0, 0, 1, 2, 2, 2]);
  expect(lineIndexAt(parse('', 'argv-split'), 0)).toBe(-1);
  expect(rangeInFile(tree, 2, { start: 7, end: 9 })).toEqual({ start: 16, end: 18 });
  expect(['a', 'a\n', 'a\r\n', 'a\r', '\n', ''].map(lengthWithoutEnd)).toEqual([1, 1, 1, 2, 0, 0]);
});
