// What sshd itself prints where it refuses a line, so that people who search for it find our finding. Where its text is not known for certain, there is none.

import type { DirectiveLine, Word } from '../syntax/tree';
import type { ArgumentProblem } from './arguments/argument-kind';
import { integerProblem } from './arguments/integer';
import type { KnownDirective } from './catalog';
import { SSHD_TEMPLATES } from './sshd-templates';
import { dialectOf, type Target } from './targets';
import { isSince, valueAt } from './versions';

/** Where a text is printed for: the file's name without its folder, and the line as sshd counts. */
export interface SshdPlace {
  readonly file: string;
  readonly line: number;
}

/** sshd's messages, one after the other, once the place is known. */
export type SshdWords = (place: SshdPlace) => readonly string[];

/** What goes into a text. */
export interface SshdFields {
  /** The keyword as written. */
  readonly written?: string;
  /** The keyword in its own spelling. */
  readonly keyword?: string;
  /** The word that sshd names. */
  readonly argument?: string;
  /** The part of the word, or another name, that sshd names. */
  readonly element?: string;
}

// sshd's buffer for one message has 1024 bytes; beyond it the text is cut.
const MOST_CHARACTERS = 900;

/** The text of a refusal: a name out of the templates, or `Keyword/case`. Undefined: the release has none, or it is not known. */
export function sshdWords(name: string, target: Target, fields: SshdFields = {}): SshdWords | undefined {
  const template = templateOf(name, target);
  if (template === undefined || !isPrintedWhole(template, fields)) return undefined;
  return (place) => template.split('\n').map((text) => visible(filled(text, fields, place)).trimEnd());
}

/** Several texts, one after the other; all of them or none. */
export function sshdWordsTogether(parts: readonly (SshdWords | undefined)[]): SshdWords | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length < parts.length ? undefined : (place) => known.flatMap((part) => part(place));
}

/** The words for an unknown keyword. From 8.7 on sshd looks first whether anything stands behind it. */
export function unknownDirectiveWords(line: DirectiveLine, target: Target): SshdWords | undefined {
  const name = skipped(line, target) === 'nothing' ? '*/nothing' : 'unknown-directive';
  return sshdWords(name, target, { written: line.keyword.value });
}

/** The words for a directive in a block that may not hold it. None where sshd skips the line, or the Match line above it. */
export function misplacedWords(line: DirectiveLine, target: Target, header: DirectiveLine): SshdWords | undefined {
  if (skipped(line, target) !== undefined || skipped(header, target) !== undefined) return undefined;
  return sshdWords('directive-not-allowed-in-match', target, { written: line.keyword.value });
}

// Why sshd reads on with the next line, as if this one were not there.
function skipped(line: DirectiveLine, target: Target): 'nothing' | 'quote' | undefined {
  if (dialectOf(target) !== 'argv-split') return undefined;
  if (line.rest.end <= line.rest.start) return 'nothing';
  return line.unclosedQuote === undefined ? undefined : 'quote';
}

/** The words for a problem of a line's arguments. */
export function argumentWords(
  line: DirectiveLine,
  { keyword, argument, entry }: KnownDirective,
  problem: ArgumentProblem,
  target: Target,
): SshdWords | undefined {
  const word = line.words.find((one) => one.start <= problem.range.start && problem.range.start < one.end);
  const cases = casesOf(line, word, problem, target);
  const fields: SshdFields = {
    written: line.keyword.value,
    keyword,
    ...(word === undefined ? {} : { argument: word.value }),
    ...problem.sshd,
  };
  // A vendor's own directive may have words of its own.
  const owners = entry.vendors === undefined ? [keyword, argument.name, '*'] : ['*'];
  const names = cases.flatMap((one) => owners.map((owner) => `${owner}/${one}`));
  const name = names.find((one) => Object.hasOwn(SSHD_TEMPLATES, one));
  return name === undefined ? undefined : sshdWords(name, target, fields);
}

// The case of a problem, and the one whose words serve where it has none.
function casesOf(
  line: DirectiveLine,
  word: Word | undefined,
  { rule, sshd }: ArgumentProblem,
  target: Target,
): readonly string[] {
  if (sshd?.case !== undefined) return [sshd.case];
  switch (rule) {
    case 'missing-argument':
      if (skipped(line, target) === 'nothing') return ['nothing'];
      return word !== undefined || isBlankArgument(line, target) ? ['empty', 'missing'] : ['missing'];
    case 'extra-argument':
      return ['extra'];
    case 'empty-argument':
      return ['empty-word'];
    case 'emptied-algorithm-list':
      return ['emptied'];
    default:
      return ['bad'];
  }
}

// Up to 7.4 nobody trims the line, and the blank behind the keyword is read as an empty word.
function isBlankArgument(line: DirectiveLine, { release }: Target): boolean {
  if (isSince(release, '7.5p1') || line.words.length > 0 || line.unclosedQuote !== undefined) return false;
  return /[ \t]/.test(line.text[line.keyword.end] ?? '');
}

function templateOf(name: string, { release }: Target): string | undefined {
  const template = Object.hasOwn(SSHD_TEMPLATES, name) ? SSHD_TEMPLATES[name] : undefined;
  return template === undefined ? undefined : valueAt(template, release);
}

// Bytes that are no text, and cuts in the middle of one, are not known from the text.
function isPrintedWhole(template: string, { written = '', argument = '', element = '' }: SshdFields): boolean {
  const all = written + argument + element;
  if (all.includes('\uFFFD') || all.includes('\0') || all.length > MOST_CHARACTERS) return false;
  return !/\{ARG\d+\}/.test(template) || isAscii(argument);
}

function filled(
  text: string,
  { written = '', keyword = '', argument = '', element = '' }: SshdFields,
  place: SshdPlace,
): string {
  const values: Readonly<Record<string, string>> = {
    AT: `${place.file} line ${place.line}`,
    FILE: place.file,
    LINE: String(place.line),
    KEYWORD: written,
    NAME: keyword,
    LOWER: keyword.toLowerCase(),
    ARG: argument,
    ARG100: argument.slice(0, 100),
    ARG200: argument.slice(0, 200),
    ELEMENT: element,
    WHY: integerProblem(element === '' ? argument : element) ?? '',
  };
  return text.replace(/\{([A-Z]+\d*)\}/g, (whole, field: string) => values[field] ?? whole);
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

// strnvis() with VIS_SAFE and VIS_OCTAL: a backslash twice, other bytes that are no ASCII text as three octal digits.
function visible(text: string): string {
  return text.replace(/\\|[^ -~]/gu, (character) => {
    if (character === '\\') return '\\\\';
    return '\t\n\r\b\u0007'.includes(character)
      ? character
      : utf8(character.codePointAt(0) ?? 0)
          .map(octal)
          .join('');
  });
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`;
}

function utf8(code: number): readonly number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), tail(code)];
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(code >> 6), tail(code)];
  return [0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code)];
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f);
}
