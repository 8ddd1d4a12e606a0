// What stands under a position: the unit a hover speaks of. Says nothing about it.
import { type TextRange, touches } from '../base/text-range';
import type { ArgumentKind } from '../catalog/arguments/argument-kind';
import { entryOf } from '../catalog/catalog';
import { tokenText } from '../catalog/percent-tokens';
import type { PlacedDirective } from '../model/file-model';
import { parse } from '../syntax/parse';
import { type CommentLine, lineIndexAt, rangeInFile, type SyntaxTree, type Word } from '../syntax/tree';
import type { FeatureDocument } from './document';

/** A keyword, also one in a commented-out line. The range counts from the start of the file, as all ranges of places do. */
export interface KeywordPlace {
  readonly kind: 'keyword';
  readonly range: TextRange;
  readonly name: string;
  readonly lineIndex: number;
  /** Absent: the line is commented out. */
  readonly placed?: PlacedDirective;
}

/** A word of a directive, and the part of it that the position is in. */
export interface ArgumentPlace {
  readonly kind: 'argument';
  readonly range: TextRange;
  readonly placed: PlacedDirective;
  /** The element of a comma list; the whole word in other arguments. */
  readonly element: Element;
}

/** A `%x` in an argument. */
export interface TokenPlace {
  readonly kind: 'token';
  readonly range: TextRange;
  readonly placed: PlacedDirective;
  /** The letter behind the `%`. */
  readonly token: string;
}

/** Somewhere in the words of a Match line. */
export interface MatchPlace {
  readonly kind: 'match';
  readonly placed: PlacedDirective;
  /** Offset from the start of the line. */
  readonly at: number;
}

export type CursorPlace = KeywordPlace | ArgumentPlace | TokenPlace | MatchPlace;

/** An element of a comma list as written, `+ - ^` in front of the list's first one taken off. */
export interface Element {
  readonly value: string;
  readonly prefix?: '+' | '-' | '^';
}

/** What is under an offset of the file; undefined: blanks, comments in prose, separators. */
export function placeAt(document: FeatureDocument, offset: number): CursorPlace | undefined {
  const { tree, model } = document.snapshot;
  const lineIndex = lineIndexAt(tree, offset);
  const line = tree.lines[lineIndex];
  if (line === undefined || line.kind === 'blank') return undefined;
  const at = offset - (tree.starts[lineIndex] ?? 0);
  if (line.kind === 'comment') return commentedOut(tree, lineIndex, line, at);
  const placed = directiveOn(model.directives, lineIndex);
  if (placed === undefined) return undefined;
  if (touches(line.keyword, at)) {
    return {
      kind: 'keyword',
      range: rangeInFile(tree, lineIndex, line.keyword),
      name: line.keyword.value,
      lineIndex,
      placed,
    };
  }
  return argumentAt(tree, placed, at);
}

/** The directive on a line of the tree. The list is in file order. */
export function directiveOn(directives: readonly PlacedDirective[], lineIndex: number): PlacedDirective | undefined {
  let low = 0;
  let high = directives.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((directives[middle]?.lineIndex ?? 0) < lineIndex) low = middle + 1;
    else high = middle;
  }
  return directives[low]?.lineIndex === lineIndex ? directives[low] : undefined;
}

// `#Port 22` and `# Port 22` are read as directives somebody switched off; only their first word speaks.
function commentedOut(tree: SyntaxTree, lineIndex: number, line: CommentLine, at: number): KeywordPlace | undefined {
  const from = line.comment.start + (/^#+/.exec(line.text.slice(line.comment.start))?.[0].length ?? 1);
  const inner = parse(line.text.slice(from, from + LONGEST_KEYWORD), tree.dialect).lines[0];
  if (inner?.kind !== 'directive' || entryOf(inner.keyword.value) === undefined) return undefined;
  const keyword = { start: from + inner.keyword.start, end: from + inner.keyword.end };
  if (!touches(keyword, at)) return undefined;
  return { kind: 'keyword', range: rangeInFile(tree, lineIndex, keyword), name: inner.keyword.value, lineIndex };
}

const LONGEST_KEYWORD = 100;

function argumentAt(tree: SyntaxTree, placed: PlacedDirective, at: number): CursorPlace | undefined {
  const { line, lineIndex, directive } = placed;
  const token = tokenAt(placed, at);
  if (token !== undefined)
    return {
      kind: 'token',
      range: rangeInFile(tree, lineIndex, token),
      placed,
      token: line.text.charAt(token.start + 1),
    };
  const word = wordAt(line.words, at);
  if (word === undefined) return undefined;
  if (directive?.argument.name === 'match') return { kind: 'match', placed, at };
  const sign = directive?.argument.name === 'algorithm-list' ? withoutQuotes(line.text, word).start : -1;
  if (at === sign && /[+^-]/.test(line.text.charAt(sign))) {
    const range = { start: sign, end: sign + 1 };
    return {
      kind: 'argument',
      range: rangeInFile(tree, lineIndex, range),
      placed,
      element: { value: line.text.charAt(sign) },
    };
  }
  const part = directive !== undefined && isCommaList(directive.argument) ? elementAt(line.text, word, at) : word;
  return {
    kind: 'argument',
    range: rangeInFile(tree, lineIndex, part),
    placed,
    element: elementOf(line.text, word, part),
  };
}

// Between two words that touch (a quote may end one), the one that begins at the cursor is meant.
function wordAt(words: readonly Word[], at: number): Word | undefined {
  return words.find((word) => word.start <= at && at < word.end) ?? words.find((word) => touches(word, at));
}

/** Whether the words of the argument are comma lists whose elements stand for themselves. AuthenticationMethods takes several such words. */
export function isCommaList({ shape, name }: ArgumentKind): boolean {
  return shape === 'comma-list' || name === 'authentication-methods';
}

function tokenAt({ line, directive }: PlacedDirective, at: number): TextRange | undefined {
  if (directive === undefined || directive.argument.name === 'match') return undefined;
  const { start, end } = line.rest;
  for (let from = start; from < end - 1; from++) {
    if (line.text[from] !== '%') continue;
    const letter = line.text.charAt(from + 1);
    const speaks =
      tokenText(letter) !== undefined || (directive.argument.tokens !== undefined && /[A-Za-z]/.test(letter));
    if (from <= at && at < from + 2 && speaks) return { start: from, end: from + 2 };
    from++;
  }
  return undefined;
}

/** The element of the comma list in `word` that holds the offset; quotes and the list's `+ - ^` stay outside of it. */
export function elementAt(text: string, word: TextRange, at: number): TextRange {
  const inner = withoutQuotes(text, word);
  const start = inner.start + (/^[+^-]/.test(text.slice(inner.start, inner.end)) ? 1 : 0);
  const cursor = Math.min(Math.max(at, start), inner.end);
  const comma = text.lastIndexOf(',', cursor - 1);
  const next = text.indexOf(',', cursor);
  return { start: Math.max(start, comma + 1), end: next < 0 ? inner.end : Math.min(next, inner.end) };
}

/** The range between the quotes of a word; the word's own range where it is not quoted as a whole. */
export function withoutQuotes(text: string, word: TextRange): TextRange {
  const quote = text[word.start];
  if (quote !== '"' && quote !== "'") return { start: word.start, end: word.end };
  const closed = word.end - word.start > 1 && text[word.end - 1] === quote;
  return { start: word.start + 1, end: closed ? word.end - 1 : word.end };
}

function elementOf(text: string, word: Word, part: TextRange): Element {
  if (part === word) return { value: word.value };
  const prefix = text[withoutQuotes(text, word).start];
  const value = text.slice(part.start, part.end);
  return prefix === '+' || prefix === '-' || prefix === '^' ? { value, prefix } : { value };
}
