// Text to tree, whole or for one edit. Never throws, keeps every character: the lines' texts joined are the text.
import type { TextRange } from '../base/text-range';
import { argvSplit, strdelim, strdelimWords } from './scanner';
import { type SshdLine, sshdLineAt } from './sshd-line';
import {
  type Dialect,
  type DirectiveLine,
  type Line,
  lengthWithoutEnd,
  lineIndexAt,
  type SyntaxTree,
  type Word,
} from './tree';

/** A change of one stretch of text, in offsets of the text before it. */
export interface TextEdit extends TextRange {
  readonly newText: string;
}

/** The tree of a whole text. */
export function parse(text: string, dialect: Dialect): SyntaxTree {
  const { lines, starts } = parseStretch(text, 0, text.length, dialect);
  return { text, dialect, lines, starts };
}

/** The text of a tree: always the text it was parsed from. */
export function print(tree: SyntaxTree): string {
  return tree.lines.map((line) => line.text).join('');
}

/** The tree after an edit. Lines that the edit does not touch keep their nodes; the result equals parse() of the new text. */
export function reparse(tree: SyntaxTree, edit: TextEdit): SyntaxTree {
  const text = tree.text.slice(0, edit.start) + edit.newText + tree.text.slice(edit.end);
  const first = lineIndexAt(tree, edit.start);
  if (first < 0) return parse(text, tree.dialect);
  const shift = edit.newText.length - (edit.end - edit.start);
  const from = tree.starts[first] ?? 0;
  let after = lineIndexAt(tree, edit.end) + 1;
  const oldEnd = tree.starts[after] ?? tree.text.length;
  const { lines, starts, end } = parseStretch(text, from, oldEnd + shift, tree.dialect);
  // A NUL that the edit brought in may swallow lines beyond it.
  while (after < tree.lines.length && (tree.starts[after] ?? 0) + shift < end) after++;
  if (after < tree.lines.length && (tree.starts[after] ?? 0) + shift !== end) return parse(text, tree.dialect);
  return {
    text,
    dialect: tree.dialect,
    lines: spliced(tree.lines, first, after, lines),
    starts: moved(spliced(tree.starts, first, after, starts), first + starts.length, shift),
  };
}

const IN_DIALECT: Readonly<Record<Dialect, WeakMap<Line, Line>>> = {
  'strdelim-untrimmed': new WeakMap(),
  strdelim: new WeakMap(),
  'argv-split': new WeakMap(),
};

/** The tree of the same text in another dialect; equals parse() of it. A line that stays in `tree` stays in the result. */
export function inDialect(tree: SyntaxTree, dialect: Dialect): SyntaxTree {
  if (tree.dialect === dialect) return tree;
  // Where a NUL stands, one dialect glues lines together that another does not.
  if (tree.text.includes('\0')) return parse(tree.text, dialect);
  const known = IN_DIALECT[dialect];
  const lines = tree.lines.map((line) => {
    const other = known.get(line) ?? parseLine(sshdLineAt(line.text, 0, dialect), dialect);
    known.set(line, other);
    return other;
  });
  return { ...tree, dialect, lines };
}

// One copy: a file has thousands of lines, and of them an edit changes one.
function spliced<T>(all: readonly T[], first: number, after: number, instead: readonly T[]): T[] {
  if (instead.length > MOST_ARGUMENTS) return [...all.slice(0, first), ...instead, ...all.slice(after)];
  const copy = all.slice();
  copy.splice(first, after - first, ...instead);
  return copy;
}

const MOST_ARGUMENTS = 1000;

// In the list itself, which nobody has seen yet.
function moved(starts: number[], from: number, shift: number): readonly number[] {
  if (shift !== 0) for (let at = from; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + shift;
  return starts;
}

function parseStretch(
  text: string,
  from: number,
  to: number,
  dialect: Dialect,
): { lines: Line[]; starts: number[]; end: number } {
  const lines: Line[] = [];
  const starts: number[] = [];
  let at = from;
  while (at < to) {
    const seen = sshdLineAt(text, at, dialect);
    lines.push(parseLine(seen, dialect));
    starts.push(at);
    at += seen.text.length;
  }
  return { lines, starts, end: at };
}

function parseLine(line: SshdLine, dialect: Dialect): Line {
  const parsed = parseView(line.view, dialect, line);
  return line.offsets === undefined ? parsed : relocated(parsed, line.offsets, dialect);
}

function parseView(view: string, dialect: Dialect, { text, height }: SshdLine): Line {
  const keyword = keywordOf(view);
  if (keyword === undefined || keyword.word.value.startsWith('#')) return lineWithoutKeyword(text, height);
  const { word, equals } = keyword;
  const restStart = keyword.next ?? view.length;
  const parts = dialect === 'argv-split' ? argvArguments(view, restStart) : oldArguments(view, restStart, word, text);
  return {
    kind: 'directive',
    text,
    height,
    keyword: word,
    ...(equals === undefined ? {} : { equals: { start: equals, end: equals + 1 } }),
    rest: { start: restStart, end: view.length },
    ...parts,
  };
}

// strdelim() gives an empty word for leading blanks (and for a leading `=`); the second call finds the keyword.
function keywordOf(
  view: string,
): { readonly word: Word; readonly next?: number; readonly equals?: number } | undefined {
  let found = strdelim(view, 0);
  if (found.word?.value === '' && found.next !== undefined) found = strdelim(view, found.next);
  const { word, next, equals } = found;
  if (word === undefined || word.value === '') return undefined;
  return { word, ...(next === undefined ? {} : { next }), ...(equals === undefined ? {} : { equals }) };
}

function lineWithoutKeyword(text: string, height: number): Line {
  const hash = text.indexOf('#');
  if (hash < 0) return { kind: 'blank', text, height };
  return { kind: 'comment', text, height, comment: { start: hash, end: lengthWithoutEnd(text) } };
}

type ArgumentParts = Pick<DirectiveLine, 'words' | 'comment' | 'unclosedQuote'>;

// SetEnv alone is read with strdelimw(), which leaves each `=` in its word (servconf.c: sSetEnv).
function oldArguments(view: string, start: number, keyword: Word, text: string): ArgumentParts {
  const { words, unclosed } = strdelimWords(view, start, keyword.value.toLowerCase() !== 'setenv');
  const hash = text.indexOf('#');
  return {
    words,
    ...(hash < 0 ? {} : { comment: { start: hash, end: lengthWithoutEnd(text) } }),
    ...(unclosed === undefined ? {} : { unclosedQuote: { start: unclosed, end: view.length } }),
  };
}

function argvArguments(view: string, start: number): ArgumentParts {
  const { words, comment, unclosed } = argvSplit(view, start);
  return {
    words,
    ...(comment === undefined ? {} : { comment: { start: comment, end: view.length } }),
    ...(unclosed === undefined ? {} : { unclosedQuote: { start: unclosed, end: view.length } }),
  };
}

// Ranges were found in what sshd sees; they are moved to where those characters stand.
function relocated(line: Line, offsets: readonly number[], dialect: Dialect): Line {
  if (line.kind !== 'directive') return line;
  const last = line.text.length;
  const move = <R extends TextRange>(range: R): R => {
    const start = offsets[range.start] ?? last;
    return { ...range, start, end: range.end > range.start ? (offsets[range.end - 1] ?? last - 1) + 1 : start };
  };
  return {
    ...line,
    keyword: move(line.keyword),
    words: line.words.map(move),
    rest: move(line.rest),
    ...(line.equals ? { equals: move(line.equals) } : {}),
    // In the old dialect the comment was found in the text itself.
    ...(line.comment && dialect === 'argv-split' ? { comment: move(line.comment) } : {}),
    ...(line.unclosedQuote ? { unclosedQuote: move(line.unclosedQuote) } : {}),
  };
}
