// Outline, folding ranges and inlay hints as text, for inline snapshots.
import type { DocumentSymbol, InlayHint, InlayHintLabelPart } from 'vscode-languageserver-types';
import { SymbolKind } from 'vscode-languageserver-types';
import { documentSymbols } from '../../server/src/features/document-symbols';
import { foldingRanges } from '../../server/src/features/folding-ranges';
import { inlayHints } from '../../server/src/features/inlay-hints';
import { featureDocument } from './feature-document';
import type { SnapshotOptions } from './snapshot';

const KINDS: Readonly<Record<number, string>> = {
  [SymbolKind.Namespace]: 'block',
  [SymbolKind.String]: 'section',
  [SymbolKind.Null]: 'off',
};

/** One line for each symbol: kind, name, detail, first and last line (counted from 1), selected text; children indented. */
export function outlineOf(text: string, options: SnapshotOptions = {}): string {
  const lines = text.split('\n');
  const described = (symbol: DocumentSymbol, depth: number): string[] => {
    const { start, end } = symbol.selectionRange;
    const kind = KINDS[symbol.kind] ?? 'directive';
    const selected = lines[start.line]?.slice(start.character, end.character) ?? '';
    const detail = symbol.detail === undefined ? '' : ` (${symbol.detail})`;
    const place = `${symbol.range.start.line + 1}-${symbol.range.end.line + 1}`;
    const own = `${'  '.repeat(depth)}${kind} ${symbol.name}${detail} ${place} [${selected}]${symbol.tags === undefined ? '' : ' deprecated'}`;
    return [own, ...(symbol.children ?? []).flatMap((child) => described(child, depth + 1))];
  };
  return documentSymbols(featureDocument(text, options))
    .flatMap((symbol) => described(symbol, 0))
    .join('\n');
}

/** One line for each range, lines counted from 1: `3-7 comment`. */
export function foldsOf(text: string, options: SnapshotOptions = {}): readonly string[] {
  return foldingRanges(featureDocument(text, options)).map(
    ({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind === undefined ? '' : ` ${kind}`}`,
  );
}

/** The lines of the text with their hints behind ` <<`; where a click leads somewhere, `-> file:line`. */
export function hintedText(text: string, options: SnapshotOptions = {}): string {
  const document = featureDocument(text, options);
  const hints = inlayHints(document, { start: { line: 0, character: 0 }, end: document.positionAt(text.length) });
  return text
    .split('\n')
    .map((line, index) =>
      [line, ...hints.filter((hint) => hint.position.line === index).map((hint) => `<< ${labelText(hint)}`)].join(' '),
    )
    .join('\n');
}

function labelText({ label }: InlayHint): string {
  if (typeof label === 'string') return label;
  const place = ({ location }: InlayHintLabelPart) =>
    location && ` -> ${location.uri.slice(location.uri.lastIndexOf('/') + 1)}:${location.range.start.line + 1}`;
  return label.map((part) => `${part.value}${place(part) ?? ''}`).join('');
}
