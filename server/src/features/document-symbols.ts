// The outline: Match blocks with their directives, and the directives of the global section.
import { type DocumentSymbol, SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import type { MatchBlock, PlacedDirective } from '../model/file-model';
import { rangeInFile } from '../syntax/tree';
import { editorRange, type FeatureDocument } from './document';
import { filesInWords } from './include-words';
import { shortened } from './markdown';
import { lastOwnLine } from './match-extent';

const LONGEST = 100;

/** One node for each directive line; those of a Match block hang under it. */
export function documentSymbols(document: FeatureDocument): DocumentSymbol[] {
  const { model } = document.snapshot;
  const blocks = new Map(model.blocks.map((block) => [block.header, block]));
  const symbols: DocumentSymbol[] = [];
  for (const placed of model.directives) {
    const block = blocks.get(placed);
    if (block !== undefined) symbols.push(blockSymbol(document, block));
    else if (placed.block === undefined) symbols.push(directiveSymbol(document, placed));
  }
  return symbols;
}

function directiveSymbol(document: FeatureDocument, placed: PlacedDirective): DocumentSymbol {
  const files = placed.directive?.argument.name === 'include' ? filesInWords(document.snapshot, placed) : undefined;
  const detail = `${writtenArguments(placed)}${files === undefined ? '' : ` (${files})`}`;
  return {
    name: keywordName(placed),
    ...(detail === '' ? {} : { detail }),
    kind: placed.directive?.argument.name === 'include' ? SymbolKind.File : SymbolKind.Property,
    ...(placed.directive !== undefined && placed.directive.status !== 'supported'
      ? { tags: [SymbolTag.Deprecated] }
      : {}),
    range: contentRange(document, placed),
    selectionRange: editorRange(document, rangeInFile(document.snapshot.tree, placed.lineIndex, placed.line.keyword)),
  };
}

function blockSymbol(document: FeatureDocument, block: MatchBlock): DocumentSymbol {
  const { tree } = document.snapshot;
  const { header } = block;
  const selectionRange = contentRange(document, header);
  const last = lastOwnLine(tree, block);
  const end = { start: 0, end: tree.lines[last]?.text.trimEnd().length ?? 0 };
  return {
    name: `${keywordName(header)} ${writtenArguments(header)}`.trim(),
    detail: block.directives.length === 1 ? '1 directive' : `${block.directives.length} directives`,
    kind: SymbolKind.Namespace,
    range: {
      start: selectionRange.start,
      end: last === header.lineIndex ? selectionRange.end : editorRange(document, rangeInFile(tree, last, end)).end,
    },
    selectionRange,
    children: block.directives.map((placed) => directiveSymbol(document, placed)),
  };
}

function keywordName({ directive, line }: PlacedDirective): string {
  return shortened((directive?.keyword ?? line.keyword.value).trim() || '?', LONGEST);
}

function writtenArguments(placed: PlacedDirective): string {
  const text = placed.line.text.slice(placed.line.rest.start, argumentsEnd(placed));
  return shortened(text.replace(/[\s\0]+/g, ' ').trim(), LONGEST);
}

// A comment is no argument, except where sshd takes the rest of the line as it stands.
function argumentsEnd({ line, directive }: PlacedDirective): number {
  const { rest, comment, words } = line;
  if (comment === undefined || comment.start >= rest.end || directive?.argument.shape === 'rest-of-line')
    return rest.end;
  return words.at(-1)?.end ?? rest.start;
}

function contentRange(document: FeatureDocument, placed: PlacedDirective) {
  const { line, lineIndex } = placed;
  const end = Math.max(line.keyword.end, argumentsEnd(placed));
  const last = line.text.slice(0, end).trimEnd().length;
  return editorRange(
    document,
    rangeInFile(document.snapshot.tree, lineIndex, {
      start: line.keyword.start,
      end: Math.max(line.keyword.end, last),
    }),
  );
}
