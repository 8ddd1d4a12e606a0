// Formatting leaves every file as it is to sshd of any release, leaves comments, and changes nothing the second time.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormatSettings } from '../../server/src/model/format-settings';
import { parse } from '../../server/src/syntax/parse';
import type { Dialect, Line } from '../../server/src/syntax/tree';
import { randomConfig } from '../conformance/random-config';
import { badInputs } from '../corpus/bad-input';
import { findingsOf } from '../kit/expect-findings';
import { type FormatOptions, formatted } from '../kit/expect-formatted';
import { ODD_CHARACTERS } from '../kit/odd-text';
import { snapshotFrom, targetOf } from '../kit/snapshot';

const REST = /^(forcecommand|versionaddendum|authorizedkeyscommand|authorizedprincipalscommand)$/;
const CRITERIA = /^(user|group|host|address|localaddress|localport|all|rdomain|invalid-user|version)(?==|$)/i;

/** What a line is to sshd; comments as they stand, blank lines not at all. */
function meaning(line: Line): readonly unknown[] {
  const { text } = line;
  const commentOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end).trimEnd();
  if (line.kind === 'comment') return [text.trim()];
  if (line.kind === 'blank') return text.trim() === '' ? [] : [text.trim()];
  const keyword = line.keyword.value.toLowerCase();
  const words = line.words.map(({ value }) =>
    keyword === 'match' ? value.replace(CRITERIA, (name) => name.toLowerCase()) : value,
  );
  return [
    keyword,
    line.unclosedQuote === undefined,
    line.comment === undefined ? '' : commentOf(line.comment),
    ...(REST.test(keyword) ? [text.slice(line.rest.start, line.rest.end)] : words),
  ];
}

function meanings(text: string, dialect: Dialect): readonly unknown[] {
  return parse(text, dialect)
    .lines.map(meaning)
    .filter((one) => one.length > 0);
}

function refusals(text: string, target: string): readonly string[] {
  return findingsOf(snapshotFrom(text, { target }))
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule)
    .sort();
}

function expectSame(text: string, options: FormatOptions): void {
  const after = formatted(text, options);
  for (const dialect of ['strdelim', 'argv-split'] as const)
    expect(meanings(after, dialect)).toEqual(meanings(text, dialect));
  expect(formatted(after, options)).toBe(after);
  const target = options.target ?? '10.5';
  expect(refusals(after, target)).toEqual(refusals(text, target));
}

const someSettings: fc.Arbitrary<FormatSettings> = fc.record({
  indentMatch: fc.boolean(),
  keywordCase: fc.constantFrom('canonical', 'keep'),
  separator: fc.constantFrom('space', 'align', 'keep'),
  blankLinesBetweenBlocks: fc.nat(2),
  mostBlankLines: fc.nat(2),
});

describe('files that were made up', () => {
  test.each(['6.6', '7.4', '8.6', '9.2', '10.5'])('for %s', (target) =>
    fc.assert(
      fc.property(randomConfig(targetOf(target)), someSettings, fc.boolean(), (text, format, insertSpaces) =>
        expectSame(text, { target, format, layout: { insertSpaces } }),
      ),
      { numRuns: 60 },
    ),
  );

  const pieces = fc.constantFrom(
    ...ODD_CHARACTERS,
    ...[
      'Port',
      'match',
      'USER',
      'all',
      'ForceCommand',
      '# c',
      '  ',
      '\n\n\n',
      'a',
      'user=a',
      'Nonsense',
      'RekeyLimit',
      '1G',
    ],
  );
  test('out of odd pieces', () =>
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 25 }),
        fc.constantFrom('6.6', '8.6', '10.5'),
        someSettings,
        (parts, target, format) => expectSame(parts.join(''), { target, format }),
      ),
      { numRuns: 500 },
    ));
});

describe('files that were found', () => {
  const stock = fileURLToPath(new URL('../corpus/stock/', import.meta.url));
  const files = readdirSync(stock, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /sshd_config$|\.conf$/.test(name),
  );
  test.each(files)('%s', (name) => expectSame(readFileSync(stock + name, 'utf8'), {}));

  for (const { name, text } of badInputs().filter((one) => one.text.length < 100_000))
    test(name, () => expectSame(text, { format: { separator: 'align' } }));

  const table = fileURLToPath(new URL('../conformance/data/verdicts-mutated.jsonl.gz', import.meta.url));
  test('spliced and broken files', () => {
    const lines = gunzipSync(readFileSync(table)).toString('utf8').trim().split('\n');
    for (const line of lines.filter((_, index) => index % 36 === 0)) {
      const { text } = JSON.parse(line) as { text: string };
      expectSame(text, { target: '9.2' });
    }
  });
});
