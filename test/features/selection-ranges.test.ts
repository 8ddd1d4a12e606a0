// How a selection grows.
import { expect, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../server/src/features/selection-ranges';
import { documentAtCursor } from '../kit/feature-document';

function grown(marked: string): readonly string[] {
  const { document, position } = documentAtCursor(marked);
  const texts: string[] = [];
  let at: SelectionRange | undefined = selectionRanges(document, [position])[0];
  for (; at !== undefined; at = at.parent)
    texts.push(document.snapshot.tree.text.slice(document.offsetAt(at.range.start), document.offsetAt(at.range.end)));
  return texts;
}

test.each([
  [
    'Ciphers +aes128-ctr,aes2<|>56-ctr # c',
    ['aes256-ctr', '+aes128-ctr,aes256-ctr', 'Ciphers +aes128-ctr,aes256-ctr', 'Ciphers +aes128-ctr,aes256-ctr # c'],
  ],
  ['AllowUsers "al<|>ice" bob', ['alice', '"alice"', '"alice" bob', 'AllowUsers "alice" bob']],
  ['Po<|>rt 22\nBanner x\n', ['Port', 'Port 22', 'Port 22\nBanner x\n']],
  ['# a <|>comment', ['a comment', '# a comment']],
  [
    'A b\nMatch User a,b<|> Group c\n  Banner x\n',
    [
      'b',
      'a,b',
      'User a,b Group c',
      'Match User a,b Group c',
      'Match User a,b Group c\n  Banner x',
      'A b\nMatch User a,b Group c\n  Banner x\n',
    ],
  ],
  [
    'Match all\n  Banner /x<|>\n# next',
    ['/x', 'Banner /x', '  Banner /x', 'Match all\n  Banner /x', 'Match all\n  Banner /x\n# next'],
  ],
  ['\n<|>\n', ['\n\n']],
  ['<|>', ['']],
])('%s', (marked, texts) => expect(grown(marked)).toEqual(texts));
