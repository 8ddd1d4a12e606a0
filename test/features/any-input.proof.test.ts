// No text and no position may make a feature throw, and what they answer stays inside the document.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { codeActions } from '../../server/src/features/code-actions';
import { completions, resolveCompletion } from '../../server/src/features/completion';
import { definition } from '../../server/src/features/definition';
import { diagnostics } from '../../server/src/features/diagnostics';
import type { FeatureDocument } from '../../server/src/features/document';
import { documentHighlights } from '../../server/src/features/document-highlights';
import { documentLinks } from '../../server/src/features/document-links';
import { documentSymbols } from '../../server/src/features/document-symbols';
import { foldingRanges } from '../../server/src/features/folding-ranges';
import { formatting } from '../../server/src/features/formatting';
import { hover } from '../../server/src/features/hover';
import { inlayHints } from '../../server/src/features/inlay-hints';
import { namedPaths } from '../../server/src/features/named-paths';
import { references } from '../../server/src/features/references';
import { prepareRename, rename } from '../../server/src/features/rename';
import { selectionRanges } from '../../server/src/features/selection-ranges';
import { semanticTokens } from '../../server/src/features/semantic-tokens';
import { signatureHelp } from '../../server/src/features/signature-help';
import { badInputs } from '../corpus/bad-input';
import { accepted } from '../kit/expect-completion';
import { findingsOf } from '../kit/expect-findings';
import { described } from '../kit/expect-tokens';
import { featureDocument } from '../kit/feature-document';
import { ODD_CHARACTERS } from '../kit/odd-text';

const WORDS: readonly string[] = [
  ...ODD_CHARACTERS,
  ...[
    'Port',
    'Match',
    'User',
    'all',
    'ClientAliveInterval',
    'ClientAliveCountMax',
    'TCPKeepAlive',
    'Ciphers',
    'AuthorizedKeysFile',
    'ForceCommand',
    'AuthenticationMethods',
    'RekeyLimit',
    'ChannelTimeout',
    'PermitRootLogin',
    'LoginGraceTime',
    'UseLogin',
    'Nonsense',
    'toString',
    '__proto__',
    'constructor',
    'aes128-ctr',
    '+',
    '-',
    '^',
    '%',
    '%%',
    '%u',
    '!',
    '*',
    '10.0.0.0/8',
    '60',
    '0',
    '22',
    'yes',
    'no',
    'none',
    '# region',
    '# endregion',
    '  ',
  ],
];

const anyText = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const anyTarget = fc.constantFrom('6.6', '7.7', '8.6', '9.2', '9.9p1', '10.5', 'debian-12', 'windows-9.5');

function inside(document: FeatureDocument, { start, end }: Range): void {
  const length = document.snapshot.tree.text.length;
  expect(document.offsetAt(start)).toBeLessThanOrEqual(document.offsetAt(end));
  expect(document.offsetAt(end)).toBeLessThanOrEqual(length);
  expect(document.positionAt(document.offsetAt(start))).toEqual(start);
}

function askEverythingAt(document: FeatureDocument, offset: number): void {
  const position = document.positionAt(offset);
  const told = hover(document, position);
  if (told?.range !== undefined) inside(document, told.range);
  for (const { range } of [
    ...definition(document, position),
    ...references(document, position, true),
    ...documentHighlights(document, position),
  ])
    inside(document, range);
  signatureHelp(document, position);
  const place = prepareRename(document, position);
  if (place !== null) inside(document, place.range);
  rename(document, position, 'other');
  for (const { range } of selectionRanges(document, [position])) inside(document, range);
  const { items } = completions(document, position);
  for (const item of items) {
    const edit = item.textEdit;
    if (edit === undefined || !('range' in edit)) throw new Error('an item without range');
    inside(document, edit.range);
    expect(document.offsetAt(edit.range.start)).toBeLessThanOrEqual(document.offsetAt(position));
    expect(document.offsetAt(edit.range.end)).toBeGreaterThanOrEqual(document.offsetAt(position));
    expect(edit.range.start.line).toBe(edit.range.end.line);
  }
  for (const item of items.slice(0, 3)) {
    accepted(document, item);
    resolveCompletion(item);
  }
}

function askEverythingOf(document: FeatureDocument): void {
  const { text } = document.snapshot.tree;
  const whole = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
  const findings = findingsOf(document.snapshot);
  const shown = diagnostics(document, findings, { rulePage: (id) => id });
  for (const one of shown) inside(document, one.range);
  codeActions(document, { range: whole, context: { diagnostics: shown } }, findings);
  for (const symbol of documentSymbols(document)) {
    expect(symbol.name).not.toBe('');
    inside(document, symbol.range);
    inside(document, symbol.selectionRange);
    expect(document.offsetAt(symbol.range.start)).toBeLessThanOrEqual(document.offsetAt(symbol.selectionRange.start));
    expect(document.offsetAt(symbol.range.end)).toBeGreaterThanOrEqual(document.offsetAt(symbol.selectionRange.end));
  }
  for (const range of foldingRanges(document)) expect(range.endLine).toBeLessThanOrEqual(whole.end.line);
  for (const { range } of formatting(document, { tabSize: 4, insertSpaces: true })) inside(document, range);
  described(document, semanticTokens(document).data);
  described(document, semanticTokens(document, whole).data);
  const places = new Map(namedPaths(document).map(({ path }) => [path, 'file:///x']));
  for (const link of documentLinks(document, places)) inside(document, link.range);
  for (const hint of inlayHints(document, whole)) inside(document, { start: hint.position, end: hint.position });
}

test('any text, any position, any target', () => {
  fc.assert(
    fc.property(anyText, anyTarget, fc.nat(), (text, target, at) => {
      const document = featureDocument(text, { target });
      askEverythingOf(document);
      askEverythingAt(document, text.length === 0 ? 0 : at % (text.length + 1));
      askEverythingAt(document, text.length);
    }),
    { numRuns: 100 },
  );
});

describe('bad input', () => {
  for (const { name, text } of badInputs().filter((one) => one.text.length < 200_000)) {
    test(name, () => {
      const document = featureDocument(text);
      askEverythingOf(document);
      for (const offset of [0, 1, Math.floor(text.length / 2), text.length]) askEverythingAt(document, offset);
    });
  }
});
