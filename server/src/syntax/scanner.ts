// Words of one line, split as OpenSSH's misc.c splits them. Works on the text that sshd sees: no NUL, no LF.
import type { Word } from './tree';

const BLANKS = ' \t\r\n';

/** What strdelim() leaves behind: the word (absent when its quote never closes) and where the next one starts (absent at the end). */
export interface Delimited {
  readonly word?: Word;
  readonly next?: number;
  /** Where an `=` was skipped behind the word. */
  readonly equals?: number;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && BLANKS.includes(text[at] ?? '')) at++;
  return at;
}

function firstOf(text: string, from: number, stops: string): number {
  for (let at = from; at < text.length; at++) if (stops.includes(text[at] ?? '')) return at;
  return -1;
}

/** strdelim() of misc.c: one word from `start`, with at most one `=` skipped behind it. A quote inside a word joins on and ends the word at its partner. Without `splitEquals` it is strdelimw(). */
export function strdelim(text: string, start: number, splitEquals = true): Delimited {
  const stop = firstOf(text, start, splitEquals ? `${BLANKS}"=` : `${BLANKS}"`);
  if (stop < 0) return { word: { start, end: text.length, value: text.slice(start), quoted: false } };
  if (text[stop] === '"') {
    const close = text.indexOf('"', stop + 1);
    if (close < 0) return {};
    const value = text.slice(start, stop) + text.slice(stop + 1, close);
    return { word: { start, end: close + 1, value, quoted: true }, next: skipBlanks(text, close + 1) };
  }
  const word: Word = { start, end: stop, value: text.slice(start, stop), quoted: false };
  const next = skipBlanks(text, stop + 1);
  if (text[stop] === '=') return { word, next, equals: stop };
  return splitEquals && text[next] === '=' ? { word, next: skipBlanks(text, next + 1), equals: next } : { word, next };
}

/** All words that repeated strdelim() calls, or strdelimw() ones, give from `start`: to the end, or to a quote that never closes. */
export function strdelimWords(
  text: string,
  start: number,
  splitEquals: boolean,
): { readonly words: readonly Word[]; readonly unclosed?: number } {
  const words: Word[] = [];
  let at: number | undefined = start;
  while (at !== undefined && at < text.length) {
    const { word, next }: Delimited = strdelim(text, at, splitEquals);
    if (word === undefined) return { words, unclosed: at };
    words.push(word);
    at = next;
  }
  return { words };
}

/** What argv_split() makes of the text behind the keyword. */
export interface ArgvSplit {
  readonly words: readonly Word[];
  /** Where the comment starts. */
  readonly comment?: number;
  /** Start of the word whose quote never closes: sshd says "invalid quotes" and takes none of the words. */
  readonly unclosed?: number;
}

/** argv_split(s, ..., terminate_on_comment = 1) of misc.c. */
export function argvSplit(text: string, start: number): ArgvSplit {
  const words: Word[] = [];
  let at = start;
  while (at < text.length) {
    const ch = text[at];
    if (ch === ' ' || ch === '\t') at++;
    else if (ch === '#') return { words, comment: at };
    else {
      const { word, closed } = argvWord(text, at);
      if (!closed) return { words, unclosed: at };
      words.push(word);
      at = word.end;
    }
  }
  return { words };
}

function argvWord(text: string, start: number): { readonly word: Word; readonly closed: boolean } {
  let quote = '';
  let quoted = false;
  let value = '';
  let at = start;
  for (; at < text.length; at++) {
    const ch = text[at] ?? '';
    if (ch === '\\' && isEscaped(text[at + 1], quote)) value += text[++at] ?? '';
    else if (quote === '' && (ch === ' ' || ch === '\t')) break;
    else if (quote === '' && (ch === '"' || ch === "'")) {
      quote = ch;
      quoted = true;
    } else if (quote !== '' && ch === quote) quote = '';
    else value += ch;
  }
  return { word: { start, end: at, value, quoted }, closed: quote === '' };
}

function isEscaped(next: string | undefined, quote: string): boolean {
  return next === "'" || next === '"' || next === '\\' || (next === ' ' && quote === '');
}
