// Input no editor asks for: nothing throws, nothing is lost, sshd's refusals are errors on sshd's line, and its silence is ours. What the editor's
// features make of these texts, features/any-input.proof.test.ts asks.
import { describe, expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/registry';
import { parse, print, reparse } from '../../server/src/syntax/parse';
import { DIALECTS, lineIndexAt } from '../../server/src/syntax/tree';
import { ourVerdict, type Verdict } from '../conformance/verdicts';
import { findingsOf } from '../kit/expect-findings';
import { snapshotFrom } from '../kit/snapshot';
import { type BadInput, badInputs, manyLines } from './bad-input';

const INPUTS = badInputs();
const JUDGES = RULES.filter(({ severity }) => severity === 'error');
const small = ({ text }: BadInput) => text.length < 500_000;

/** `ok`, or the first line sshd refuses: up to 8.6, and from 8.7. */
type Expected = readonly [old: number | 'ok', modern: number | 'ok'];
const OK: Expected = ['ok', 'ok'];

// What sshd says; the second column was read off Debian's sshd 9.2, which gave up on the line of many words for its number.
const EXPECTED: Readonly<Record<string, Expected>> = {
  empty: OK,
  'only a newline': OK,
  'only blanks': OK,
  'no newline at the end': OK,
  BOM: [1, 1],
  'BOM before a comment': [1, 1],
  'BOM alone': [1, 1],
  CRLF: OK,
  'mixed line ends': OK,
  'lone CR': [1, 1],
  'CR inside a line': [1, 1],
  NUL: [2, 2],
  'NUL alone': OK,
  'Latin-1 read as UTF-8': OK,
  'Latin-1 read as Latin-1': [4, 4],
  'UTF-16 read as UTF-8': [1, 1],
  'lone surrogates': OK,
  'blanks that are none': [1, 1],
  'binary noise': [1, 1],
  'unclosed double quote': [1, 1],
  'unclosed single quote': ['ok', 1],
  'unclosed quote around the keyword': OK,
  'unclosed quote at the end of the file': [2, 2],
  'quotes alone': [2, 2],
  'backslash at the end of a line': [3, 3],
  'separator alone': [4, 4],
  '1 MB line of one word': [1, 'ok'],
  '1 MB line of many words': [1, 'ok'],
  '1 MB line of quotes': [1, 1],
  '1 MB keyword': [1, 1],
  '1 MB comment': [1, 'ok'],
  '1 MB of ornament in a comment': [1, 'ok'],
  '100 kB of blanks in a commented-out line': [1, 'ok'],
  '1 MB of blanks': [1, 'ok'],
  '100,000 lines': [10, 10],
  '10 MB file': [10, 10],
};

function inWords({ accepted, line }: Verdict): number | 'ok' | 'refused without a line' {
  return accepted ? 'ok' : (line ?? 'refused without a line');
}

test('each input is expected to do something', () => {
  expect(INPUTS.map(({ name }) => name)).toEqual(Object.keys(EXPECTED));
});

describe.each(INPUTS.map((input) => [input.name, input] as const))('%s', (name, { text }) => {
  test('keeps its text in every dialect, whole and after an edit', () => {
    // The dialects differ within short lines; one of them tells about very many, two about very long ones.
    for (const dialect of DIALECTS.slice(text.length < 500_000 ? 0 : text.length < 2_000_000 ? 1 : 2)) {
      const tree = parse(text, dialect);
      // Not toBe: the difference of two texts of 10 MB helps nobody.
      expect(print(tree) === text).toBe(true);
      const edit = { start: text.length >> 1, end: text.length >> 1, newText: '\nx' };
      const after = reparse(tree, edit);
      expect(print(after) === text.slice(0, edit.start) + edit.newText + text.slice(edit.end)).toBe(true);
    }
  });

  test('is refused where sshd refuses it, and nowhere else', () => {
    const [old, modern] = EXPECTED[name] ?? OK;
    if (text.length < 2_000_000) {
      const said = { '7.4p1': inWords(ourVerdict(text, '7.4p1')), debian: inWords(ourVerdict(text, 'debian')) };
      expect(said).toEqual({ '7.4p1': old, debian: modern });
    }
    const snapshot = snapshotFrom(text, { target: '10.5' });
    const refused = findingsOf(snapshot, text.length < 500_000 ? RULES : JUDGES).filter(
      ({ severity, afterReading }) => severity === 'error' && !afterReading,
    );
    const first = refused[0];
    expect(first === undefined ? 'ok' : lineIndexAt(snapshot.tree, first.range.start) + 1).toBe(modern);
  }, 60_000);
});

describe('every rule', () => {
  // Here shows one whose work grows faster than the text.
  test('20,000 lines', () => {
    expect(findingsOf(snapshotFrom(manyLines(20_000), { target: '10.5' })).length).toBeGreaterThan(5000);
  });

  test.each(INPUTS.filter(small).map((input) => [input.name, input] as const))('%s', (_, { text }) => {
    for (const target of ['6.6', '8.6', 'windows-9.5']) {
      for (const { range, related = [], fixes = [] } of findingsOf(snapshotFrom(text, { target }))) {
        const all = [range, ...related.map((one) => one.range), ...fixes.flatMap((fix) => fix.edits)];
        for (const { start, end } of all) expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }
    }
  });

  test('a file of more than 4,128,768 bytes is refused from 10.1 on', () => {
    const rules = RULES.filter((rule) => rule.id === 'file-too-large');
    const large = `#${'x'.repeat(4_128_768)}\n`;
    const found = (text: string, target: string) =>
      findingsOf(snapshotFrom(text, { target }), rules).map(({ severity }) => severity);
    expect(found(large, '10.5')).toEqual(['error']);
    expect(found(large, '10.0')).toEqual([]);
    expect(found(large.slice(0, 4_128_000), '10.5')).toEqual([]);
  });
});
