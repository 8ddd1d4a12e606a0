// Semantic tokens: what each word is at the target, where the grammar can only guess. Embedded commands are left to the shell's grammar.
import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import type { TextRange } from '../base/text-range';
import { rawRest } from '../catalog/arguments/rest-of-line';
import type { Catalog } from '../catalog/catalog';
import { criteriaAt } from '../catalog/criteria';
import type { PlacedDirective } from '../model/file-model';
import { overruledIn } from '../model/repeats';
import { hasPlaceholder, type Template, templateOf } from '../model/template';
import { type DirectiveLine, lengthWithoutEnd, lineIndexAt } from '../syntax/tree';
import { argumentRuns, patternListRuns, type Run, tokenRuns } from './argument-runs';
import { withoutQuotes } from './cursor-place';
import type { FeatureDocument } from './document';
import { type MatchPart, matchParts } from './match-roles';
import { TOKEN_LEGEND, type TokenModifier, type TokenType } from './semantic-legend';

/** A token; a line's tokens count from its start. */
export interface SemanticToken extends TextRange {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The tokens of the whole file, or of the lines a range touches, as the protocol wants them. */
export function semanticTokens(document: FeatureDocument, range?: Range): SemanticTokens {
  const { snapshot } = document;
  const { tree } = snapshot;
  const [first, last] =
    range === undefined
      ? [0, tree.lines.length - 1]
      : [lineIndexAt(tree, document.offsetAt(range.start)), lineIndexAt(tree, document.offsetAt(range.end))];
  const encoder = encoderOf(document);
  if (templateOf(snapshot) === undefined) encodeLines(encoder, snapshot, first, last);
  else for (const token of tokensBetween(document, first, last)) encoder.add(token);
  return { data: encoder.data };
}

function encodeLines(encoder: Encoder, snapshot: FeatureDocument['snapshot'], first: number, last: number): void {
  const dropped = droppedParts(snapshot);
  for (const placed of snapshot.model.directives) {
    if (placed.lineIndex < first || placed.lineIndex > last) continue;
    const part = dropped.get(placed.lineIndex);
    const cells = part === undefined ? cellsOf(placed, snapshot.catalog) : undefined;
    if (cells !== undefined) encoder.addLine(placed, cells);
    else for (const token of tokensOfLine(placed, snapshot, part)) encoder.add(token);
  }
}

interface Encoder {
  readonly data: number[];
  readonly add: (token: SemanticToken) => void;
  /** A line whose tokens are all on one line of the editor. */
  readonly addLine: (placed: PlacedDirective, cells: LineCells) => void;
}

// The protocol counts each token from the one before.
function encoderOf(document: FeatureDocument): Encoder {
  const { tree } = document.snapshot;
  const data: number[] = [];
  const isAligned = isOneToOne(document);
  let [line, character] = [0, 0];
  const put = (onLine: number, from: number, length: number, type: number, bits: number) => {
    data.push(onLine - line, onLine === line ? from - character : from, length, type, bits);
    [line, character] = [onLine, from];
  };
  return {
    data,
    add: ({ start, end, type, modifiers }) => {
      // A lone CR or a NUL's glue inside a word makes lines that only the editor has; a lone quote is a word without text.
      if (start === end || isBroken(tree.text.slice(start, end))) return;
      const at = document.positionAt(start);
      put(at.line, at.character, end - start, TYPE_NUMBERS[type], bitsOf(modifiers));
    },
    addLine: ({ lineIndex }, { cells, lastStart }) => {
      if (cells.length === 0) return;
      const at = isAligned ? lineIndex : document.positionAt(tree.starts[lineIndex] ?? 0).line;
      data.push(at - line);
      for (let cell = 1; cell < cells.length; cell++) data.push(cells[cell] ?? 0);
      [line, character] = [at, lastStart];
    },
  };
}

// The editor has a line for each of ours, or more: a lone CR ends its lines too, and a NUL glues ours.
function isOneToOne({ snapshot: { tree }, positionAt }: FeatureDocument): boolean {
  const last = tree.starts.length - 1;
  return positionAt(tree.starts[last] ?? 0).line === last;
}

function isBroken(text: string): boolean {
  return /[\r\n]/.test(text);
}

function bitsOf(modifiers: readonly TokenModifier[]): number {
  let bits = 0;
  for (const modifier of modifiers) bits |= MODIFIER_BITS[modifier];
  return bits;
}

/** The tokens of one line in the protocol's form, five numbers each; the first number is the caller's, who knows the line before. */
interface LineCells {
  readonly cells: readonly number[];
  /** Where the last token starts in the line. */
  readonly lastStart: number;
}

interface KeptCells {
  readonly catalog: Catalog;
  readonly isScoped: boolean;
  readonly cells: LineCells | undefined;
}

const CELLS = new WeakMap<DirectiveLine, KeptCells>();

/** The tokens of a line that nothing takes the effect from; undefined where the editor makes several lines of it. Kept with the line. */
function cellsOf(placed: PlacedDirective, catalog: Catalog): LineCells | undefined {
  const isScoped = placed.conditions.length > 0;
  const kept = CELLS.get(placed.line);
  if (kept?.catalog === catalog && kept.isScoped === isScoped) return kept.cells;
  const isOneLine =
    placed.line.height === 1 && !placed.line.text.slice(0, lengthWithoutEnd(placed.line.text)).includes('\r');
  const cells = isOneLine ? encodedLine(lineTokens(placed, catalog), isScoped) : undefined;
  CELLS.set(placed.line, { catalog, isScoped, cells });
  return cells;
}

function encodedLine(tokens: readonly SemanticToken[], isScoped: boolean): LineCells {
  const cells: number[] = [];
  let lastStart = 0;
  for (const { start, end, type, modifiers } of tokens) {
    if (start >= end) continue;
    cells.push(0, start - lastStart, end - start, TYPE_NUMBERS[type], bitsOf(withPlace(modifiers, isScoped, false)));
    lastStart = start;
  }
  return { cells, lastStart };
}

const TYPE_NUMBERS = Object.fromEntries(TOKEN_LEGEND.tokenTypes.map((type, index) => [type, index])) as Readonly<
  Record<TokenType, number>
>;
const MODIFIER_BITS = Object.fromEntries(
  TOKEN_LEGEND.tokenModifiers.map((name, index) => [name, 1 << index]),
) as Readonly<Record<TokenModifier, number>>;

/** The tokens of the lines `first` to `last`, in file order; offsets of the file. */
export function tokensBetween({ snapshot }: FeatureDocument, first: number, last: number): Iterable<SemanticToken> {
  const template = templateOf(snapshot);
  const tokens = directiveTokens(snapshot, first, last);
  return template === undefined ? tokens : withPlaceholders(template, tokens, snapshot, [first, last]);
}

// A placeholder takes the place of what stands there now.
function withPlaceholders(
  template: Template,
  tokens: Iterable<SemanticToken>,
  { tree }: FeatureDocument['snapshot'],
  [first, last]: readonly [number, number],
): readonly SemanticToken[] {
  const start = tree.starts[first] ?? 0;
  const end = tree.starts[last + 1] ?? tree.text.length;
  const placeholders = template.placeholders
    .filter((one) => one.start >= start && one.end <= end)
    .map((one): SemanticToken => ({ ...one, type: 'placeholder', modifiers: [] }));
  const others = Array.from(tokens).filter((token) => !hasPlaceholder(template, token));
  return [...others, ...placeholders].sort((a, b) => a.start - b.start);
}

function* directiveTokens(snapshot: FeatureDocument['snapshot'], first: number, last: number): Iterable<SemanticToken> {
  const dropped = droppedParts(snapshot);
  for (const placed of snapshot.model.directives)
    if (placed.lineIndex >= first && placed.lineIndex <= last)
      yield* tokensOfLine(placed, snapshot, dropped.get(placed.lineIndex));
}

/** What has no effect, by line: a part of it, or all that stands behind the keyword. */
function droppedParts({ configuration, uri }: FeatureDocument['snapshot']): ReadonlyMap<number, TextRange> {
  const overruled = configuration.slots().flatMap((slot) => overruledIn(configuration, uri, slot));
  return new Map(overruled.map(({ line, part }) => [line.placed.lineIndex, part ?? line.placed.line.rest]));
}

function tokensOfLine(
  placed: PlacedDirective,
  { catalog, tree }: FeatureDocument['snapshot'],
  dropped: TextRange | undefined,
): readonly SemanticToken[] {
  const start = tree.starts[placed.lineIndex] ?? 0;
  const isScoped = placed.conditions.length > 0;
  return lineTokens(placed, catalog).map((token) => {
    const isDead = dropped !== undefined && (dropped === placed.line.rest || within(token, dropped));
    const modifiers = withPlace(token.modifiers, isScoped, isDead);
    return { type: token.type, start: start + token.start, end: start + token.end, modifiers };
  });
}

const SCOPED: readonly TokenModifier[] = ['scoped'];

// Most tokens have no modifier of their own, and there are thousands.
function withPlace(own: readonly TokenModifier[], isScoped: boolean, isDead: boolean): readonly TokenModifier[] {
  if (!isDead && (!isScoped || own.length === 0)) return isScoped ? SCOPED : own;
  return [...own, ...(isScoped ? SCOPED : []), ...(isDead ? (['ineffective'] as const) : [])];
}

function within(inner: TextRange, outer: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

// What a line's words are depends on line and target alone: an edit elsewhere leaves it.
const KEPT = new WeakMap<DirectiveLine, { readonly catalog: Catalog; readonly tokens: readonly SemanticToken[] }>();

function lineTokens(placed: PlacedDirective, catalog: Catalog): readonly SemanticToken[] {
  const kept = KEPT.get(placed.line);
  if (kept?.catalog === catalog) return kept.tokens;
  const tokens = [keywordToken(placed), ...argumentTokens(placed, catalog), ...commentToken(placed)];
  KEPT.set(placed.line, { catalog, tokens });
  return tokens;
}

function keywordToken({ line, directive }: PlacedDirective): SemanticToken {
  const range = withoutQuotes(line.text, line.keyword);
  const { name } = directive?.argument ?? {};
  if (directive === undefined) return { ...range, type: 'unknown', modifiers: [] };
  if (name === 'match' || name === 'include') return { ...range, type: 'section', modifiers: [] };
  return { ...range, type: 'directive', modifiers: directive.status === 'supported' ? [] : ['deprecated'] };
}

function commentToken({ line, directive }: PlacedDirective): readonly SemanticToken[] {
  const { comment } = line;
  const isText = directive?.argument.shape === 'rest-of-line' && comment !== undefined && comment.start < line.rest.end;
  return comment === undefined || isText
    ? []
    : [{ start: comment.start, end: comment.end, type: 'comment', modifiers: [] }];
}

function argumentTokens(placed: PlacedDirective, catalog: Catalog): readonly SemanticToken[] {
  const { line, directive } = placed;
  if (directive?.status !== 'supported') return [];
  const { target } = catalog;
  if (directive.argument.name === 'match') return matchTokens(line, catalog);
  if (directive.argument.shape === 'rest-of-line') return restTokens(placed, catalog);
  return line.words.flatMap((word, index) => {
    const inner = withoutQuotes(line.text, word);
    const text = line.text.slice(inner.start, inner.end);
    // Behind escapes and inner quotes no part has a place of its own.
    if (text !== word.value) return [];
    return located(inner.start, argumentRuns({ text, index, directive, target }));
  });
}

function located(start: number, runs: readonly Run[]): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  let at = start;
  for (const { text, type, modifier } of runs) {
    const end = at + text.length;
    if (type !== undefined && text !== '')
      tokens.push({ start: at, end, type, modifiers: modifier === undefined ? [] : [modifier] });
    at = end;
  }
  return tokens;
}

// The program and the percent tokens; between them the shell's grammar colours.
function restTokens({ line, directive }: PlacedDirective, { target }: Catalog): readonly SemanticToken[] {
  const text = rawRest({ line });
  if (directive === undefined || line.height > 1) return [];
  const fixed = directive.argument.choices?.(target).some(({ label }) => label === text.toLowerCase()) ?? false;
  if (fixed) return located(line.rest.start, [{ text, type: 'constant' }]);
  const program = /^(?:\/[^\s"'\\%$;|&<>()]*|internal-sftp(?=\s))/.exec(text)?.[0] ?? '';
  const isText = directive.argument.syntax.startsWith('TEXT');
  const tokens = directive.argument.tokens?.(target) ?? [];
  const head: Run = { text: program, type: program.startsWith('/') ? 'command' : 'constant' };
  return located(line.rest.start, isText ? [] : [head, ...tokenRuns({ text: text.slice(program.length) }, tokens)]);
}

function matchTokens(line: DirectiveLine, catalog: Catalog): readonly SemanticToken[] {
  const known = criteriaAt(catalog.target);
  return matchParts(line.words).flatMap((part) => {
    if (part.role === 'value') return valueTokens(line, part);
    const isKnown = part.criterion !== undefined && known.includes(part.criterion);
    const { start, end } = withoutQuotes(line.text, part);
    const name: SemanticToken = { start, end, type: isKnown ? 'criterion' : 'unknown', modifiers: [] };
    return line.text[end] === '=' ? [name, { start: end, end: end + 1, type: 'sign', modifiers: [] }] : [name];
  });
}

function valueTokens(line: DirectiveLine, part: MatchPart): readonly SemanticToken[] {
  const inner = withoutQuotes(line.text, part);
  const text = line.text.slice(inner.start, inner.end);
  if (text !== part.text) return [];
  if (part.criterion?.argument === 'port') return located(inner.start, [{ text, type: 'quantity' }]);
  return located(inner.start, patternListRuns(text));
}
