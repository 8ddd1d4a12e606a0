// What holds for any text: nothing is lost, nothing is thrown, ranges are in order, and an edit gives the tree that the new text gives.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextRange } from '../../server/src/base/text-range';
import { inDialect, parse, print, reparse, type TextEdit } from '../../server/src/syntax/parse';
import {
  DIALECTS,
  type Dialect,
  type DirectiveLine,
  type Line,
  lineIndexAt,
  type SyntaxTree,
} from '../../server/src/syntax/tree';
import { ODD_CHARACTERS } from '../kit/odd-text';

const PIECES: readonly string[] = [
  ...ODD_CHARACTERS,
  ...['Port', ' 22', 'Match User a', 'AllowUsers a@b', '# note', 'ForceCommand "x y" z', 'x'],
];
const someText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** An edit by places that fit any text: they are taken modulo its length. */
const someEdit = fc.record({
  from: fc.nat(200),
  length: fc.oneof(fc.constant(0), fc.nat(12)),
  newText: fc.oneof(
    fc.constant(''),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join('')),
  ),
});

function fitted(
  { from, length, newText }: { readonly from: number; readonly length: number; readonly newText: string },
  text: string,
): TextEdit {
  const start = from % (text.length + 1);
  return { start, end: Math.min(text.length, start + length), newText };
}

function rangesOf(line: DirectiveLine): readonly TextRange[] {
  const { keyword, equals, words, unclosedQuote } = line;
  return [
    keyword,
    ...(equals === undefined ? [] : [equals]),
    ...words,
    ...(unclosedQuote === undefined ? [] : [unclosedQuote]),
  ];
}

function expectInOrder(line: Line): void {
  const all = line.kind === 'directive' ? rangesOf(line) : line.kind === 'comment' ? [line.comment] : [];
  let at = 0;
  for (const { start, end } of all) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThanOrEqual(start);
    at = end;
  }
  const others = line.kind === 'directive' ? [line.rest, ...(line.comment === undefined ? [] : [line.comment])] : [];
  for (const { start, end } of [...all, ...others])
    expect(0 <= start && start <= end && end <= line.text.length).toBe(true);
}

describe.each(DIALECTS)('%s', (dialect) => {
  test('printing gives the text back, whatever it is', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const tree = parse(text, dialect);
        expect(print(tree)).toBe(text);
        expect(tree.text).toBe(text);
      }),
      { numRuns: 1500 },
    );
  });

  test('from another dialect comes the tree that the text gives, before and after an edit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DIALECTS), someText, someEdit, (other, text, edit) => {
        const tree = parse(text, other);
        expect(inDialect(tree, dialect)).toEqual(parse(text, dialect));
        const after = reparse(tree, fitted(edit, text));
        expect(inDialect(after, dialect)).toEqual(parse(after.text, dialect));
      }),
      { numRuns: 700 },
    );
  });

  test('lines follow each other, each as high as its line feeds say', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const { lines, starts } = parse(text, dialect);
        let at = 0;
        for (const [index, line] of lines.entries()) {
          expect(starts[index]).toBe(at);
          expect(line.text.length).toBeGreaterThan(0);
          const feeds = line.text.split('\n').length - 1;
          expect(line.height).toBe(line.text.endsWith('\n') ? feeds : feeds + 1);
          at += line.text.length;
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('ranges lie in their line and in order; words hold no more than their range', () => {
    fc.assert(
      fc.property(someText, (text) => {
        for (const line of parse(text, dialect).lines) {
          expectInOrder(line);
          if (line.kind !== 'directive') continue;
          for (const word of [line.keyword, ...line.words])
            expect(word.value.length).toBeLessThanOrEqual(word.end - word.start);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('edits one after the other give the trees of the whole new texts', () => {
    fc.assert(
      fc.property(someText, fc.array(someEdit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        let tree = parse(text, dialect);
        for (const one of edits) {
          const edit = fitted(one, tree.text);
          tree = reparse(tree, edit);
          expect(tree).toEqual(parse(tree.text, dialect));
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('lines that an edit does not touch keep their nodes', () => {
    fc.assert(
      fc.property(someText, someEdit, (text, one) => {
        const before = parse(text, dialect);
        const edit = fitted(one, text);
        const after = reparse(before, edit);
        const [first, last] = [lineIndexAt(before, edit.start), lineIndexAt(before, edit.end)];
        for (let i = 0; i < first; i++) expect(after.lines[i]).toBe(before.lines[i]);
        // A NUL at the end of the touched stretch may take in what stands behind it.
        if (!after.text.includes('\0'))
          for (const [back, line] of before.lines
            .slice(last + 1)
            .toReversed()
            .entries())
            expect(after.lines.at(-1 - back)).toBe(line);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('edits by hand', () => {
  const edited = (
    text: string,
    start: number,
    end: number,
    newText: string,
    dialect: Dialect = 'argv-split',
  ): SyntaxTree => {
    const tree = reparse(parse(text, dialect), { start, end, newText });
    expect(tree).toEqual(parse(text.slice(0, start) + newText + text.slice(end), dialect));
    return tree;
  };

  test('joining and splitting lines', () => {
    expect(edited('Port 22\nUsePAM no\n', 7, 8, '').lines).toHaveLength(1);
    expect(edited('Port 22\nUsePAM no\n', 4, 4, '\n').lines).toHaveLength(3);
    expect(edited('Port 22\n', 8, 8, 'x').lines).toHaveLength(2);
    expect(edited('Port 22', 7, 7, '\nx\n').lines).toHaveLength(2);
  });

  test('from nothing, and to nothing', () => {
    expect(edited('', 0, 0, 'Port 22\n').lines).toHaveLength(1);
    expect(edited('Port 22\n', 0, 8, '').lines).toHaveLength(0);
  });

  test('a NUL that comes, and one that goes', () => {
    expect(edited('Port 22\nUsePAM no\nX11Forwarding no\n', 7, 7, '\0').lines).toHaveLength(2);
    expect(edited('Port 22\0\nUsePAM no\nX11Forwarding no\n', 7, 8, '').lines).toHaveLength(3);
    expect(edited('a\nb\0\nc\0\nd\n', 1, 1, '\0').lines).toHaveLength(1);
    expect(edited('a\0\nb\nc\n', 2, 3, '').lines).toHaveLength(1);
  });

  test('one keystroke in a long file keeps every other line', () => {
    const text = 'Port 22\n'.repeat(500);
    const before = parse(text, 'argv-split');
    const after = reparse(before, { start: 8 * 250 + 7, end: 8 * 250 + 7, newText: '2' });
    expect(after.lines.filter((line, index) => line !== before.lines[index])).toHaveLength(1);
  });
});
