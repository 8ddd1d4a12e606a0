// The outline: Match blocks and headed sections with their directives, those that are commented out marked as such.
import { type DocumentSymbol, SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import type { TextRange } from '../base/text-range';
import type { MatchBlock, PlacedDirective } from '../model/file-model';
import { type Heading, headings } from '../model/headings';
import { switchedOff } from '../model/switched-off';
import { hasPlaceholder, templateOf } from '../model/template';
import { rangeInFile } from '../syntax/tree';
import { editorRange, type FeatureDocument } from './document';
import { filesInWords } from './include-words';
import { shortened } from './markdown';
import { lastOwnLine } from './match-extent';

const LONGEST = 100;

/** One node for each directive line, commented-out ones too; they hang under their Match block or the heading above them. */
export function documentSymbols(document: FeatureDocument): DocumentSymbol[] {
  const { tree, model, catalog } = document.snapshot;
  const blocks = new Map(model.blocks.map((block) => [block.header, block]));
  const end = model.blocks[0]?.header.lineIndex ?? tree.lines.length;
  const global = [
    ...model.directives
      .filter((one) => one.lineIndex < end && !isStatement(document, one))
      .map((placed) => directiveSymbol(document, placed)),
    ...switchedOffSymbols(document, 0, end),
  ];
  const shown = sections(document, headings(tree, 0, end, catalog), global.sort(byPlace));
  return [...shown, ...Array.from(blocks.values(), (block) => blockSymbol(document, block))];
}

// `{% if %}` of a template is no directive.
function isStatement({ snapshot }: FeatureDocument, { lineIndex, line }: PlacedDirective): boolean {
  const template = templateOf(snapshot);
  return template !== undefined && hasPlaceholder(template, rangeInFile(snapshot.tree, lineIndex, line.keyword));
}

function byPlace(a: DocumentSymbol, b: DocumentSymbol): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}

// A heading that nothing follows is prose.
function sections(
  document: FeatureDocument,
  titles: readonly Heading[],
  symbols: readonly DocumentSymbol[],
): readonly DocumentSymbol[] {
  const starts = titles.map(({ lineIndex }) => editorRange(document, wholeLine(document, lineIndex)).start);
  const shown: DocumentSymbol[] = [];
  let current: (DocumentSymbol & { children: DocumentSymbol[] }) | undefined;
  let next = 0;
  for (const symbol of symbols) {
    while ((starts[next]?.line ?? Number.POSITIVE_INFINITY) < symbol.range.start.line) {
      const heading = titles[next];
      const range = heading && editorRange(document, wholeLine(document, heading.lineIndex));
      next++;
      if (heading === undefined || range === undefined) continue;
      const { title: name } = heading;
      // Behind a region nothing is headed until the next heading.
      current = name === '' ? undefined : { name, kind: SymbolKind.String, range, selectionRange: range, children: [] };
    }
    if (current === undefined) shown.push(symbol);
    else {
      if (current.children.length === 0) shown.push(current);
      current.children.push(symbol);
      current.range = { start: current.range.start, end: symbol.range.end };
    }
  }
  return shown;
}

function wholeLine({ snapshot: { tree } }: FeatureDocument, index: number): TextRange {
  return rangeInFile(tree, index, { start: 0, end: tree.lines[index]?.text.trimEnd().length ?? 0 });
}

function switchedOffSymbols(document: FeatureDocument, from: number, to: number): readonly DocumentSymbol[] {
  const { tree, catalog } = document.snapshot;
  const symbols: DocumentSymbol[] = [];
  for (let index = from; index < to; index++) {
    const found = switchedOff(tree, index, catalog);
    if (found === undefined) continue;
    const { line, sign } = found;
    const text = line.text.slice(line.rest.start, line.rest.end).replace(/\s+/g, ' ');
    const keyword = { start: sign.end + line.keyword.start, end: sign.end + line.keyword.end };
    symbols.push({
      name: `#${found.directive.keyword}`,
      detail: `${shortened(text, LONGEST)} (commented out)`,
      kind: SymbolKind.Null,
      range: editorRange(document, { start: sign.start, end: sign.end + line.text.trimEnd().length }),
      selectionRange: editorRange(document, keyword),
    });
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
  const { tree, catalog } = document.snapshot;
  const { header } = block;
  const selectionRange = contentRange(document, header);
  const last = lastOwnLine(tree, block);
  const own = [
    ...block.directives.filter((one) => !isStatement(document, one)).map((placed) => directiveSymbol(document, placed)),
    ...switchedOffSymbols(document, header.lineIndex + 1, last + 1),
  ];
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
    children: [...sections(document, headings(tree, header.lineIndex + 1, last + 1, catalog), own.sort(byPlace))],
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
