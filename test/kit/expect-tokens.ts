// The semantic tokens of a text, as text.
import type { Range } from 'vscode-languageserver-types';
import type { FeatureDocument } from '../../server/src/features/document';
import { TOKEN_LEGEND } from '../../server/src/features/semantic-legend';
import { semanticTokens } from '../../server/src/features/semantic-tokens';
import { featureDocument } from './feature-document';
import type { SnapshotOptions } from './snapshot';

/** Each token as `text:type.modifier`, one line of the text a line. */
export function tokensOf(text: string, options: SnapshotOptions = {}, range?: Range): readonly string[] {
  const document = featureDocument(text, options);
  return described(document, semanticTokens(document, range).data);
}

/** The protocol's numbers read back. Throws where they are none that the protocol allows. */
export function described(document: FeatureDocument, data: readonly number[]): readonly string[] {
  const { text } = document.snapshot.tree;
  const lines: string[][] = [];
  let at = { line: 0, character: 0 };
  let end = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(index, index + 5);
    at = { line: at.line + down, character: down === 0 ? at.character + right : right };
    const start = document.offsetAt(at);
    if (start < end || length < 1 || down < 0 || right < 0) throw new Error(`token ${index / 5} overlaps or is empty`);
    end = start + length;
    const modifiers = TOKEN_LEGEND.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    const name = [TOKEN_LEGEND.tokenTypes[type], ...modifiers].join('.');
    lines[at.line] = [...(lines[at.line] ?? []), `${text.slice(start, end)}:${name}`];
  }
  return Array.from(lines, (line) => line?.join(' ') ?? '');
}
