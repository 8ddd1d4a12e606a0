// Whether two spellings of a line are the same to sshd, of any release. The formatter changes no line without asking here.
import { rawRest } from '../catalog/arguments/rest-of-line';
import { entryOf } from '../catalog/catalog';
import { dialectOf, type Target } from '../catalog/targets';
import type { PlacedDirective } from '../model/file-model';
import { lineProblems } from '../model/line-problems';
import { parse } from '../syntax/parse';
import type { Dialect, DirectiveLine, Word } from '../syntax/tree';
import { matchParts } from './match-roles';

const DIALECTS: readonly Dialect[] = ['strdelim', 'argv-split'];
// Up to 7.7 a line of 4095 bytes, its end included, is too long; a UTF-16 unit is at most three bytes of UTF-8.
const SURELY_SHORT = Math.floor(4094 / 3);

/** Same keyword, words, rest, comment and refusals, whichever release reads it. */
export function sameToSshd(placed: PlacedDirective, text: string, target: Target): boolean {
  const before = placed.line.text;
  if (text === before) return true;
  if (mayGetTooLong(before, text)) return false;
  const pairs = DIALECTS.map((dialect) => [onlyLine(before, dialect), onlyLine(text, dialect)] as const);
  if (!pairs.every(([one, other]) => one !== undefined && other !== undefined && sameLine(one, other))) return false;
  const line = onlyLine(text, dialectOf(target));
  return line !== undefined && refusals(placed, target) === refusals({ ...placed, line }, target);
}

/** Whether the longer spelling may be more than old releases read of a line. */
export function mayGetTooLong(before: string, after: string): boolean {
  return after.length > before.length && after.length > SURELY_SHORT;
}

function onlyLine(text: string, dialect: Dialect): DirectiveLine | undefined {
  const [line, more] = parse(text, dialect).lines;
  return line?.kind === 'directive' && more === undefined ? line : undefined;
}

function sameLine(one: DirectiveLine, other: DirectiveLine): boolean {
  const keyword = one.keyword.value.toLowerCase();
  if (keyword !== other.keyword.value.toLowerCase()) return false;
  if ((one.unclosedQuote === undefined) !== (other.unclosedQuote === undefined)) return false;
  if (commentOf(one) !== commentOf(other)) return false;
  if (entryOf(keyword)?.argument.shape === 'rest-of-line') return rawRest({ line: one }) === rawRest({ line: other });
  return keyword === 'match' ? sameCriteria(one.words, other.words) : sameWords(one.words, other.words);
}

function commentOf({ text, comment }: DirectiveLine): string | undefined {
  return comment === undefined ? undefined : text.slice(comment.start, comment.end).trimEnd();
}

function sameWords(one: readonly Word[], other: readonly Word[]): boolean {
  return one.length === other.length && one.every(({ value }, index) => value === other[index]?.value);
}

// The names of criteria may be written in any case, their values may not.
function sameCriteria(one: readonly Word[], other: readonly Word[]): boolean {
  const [left, right] = [matchParts(one), matchParts(other)];
  return (
    one.length === other.length &&
    left.length === right.length &&
    left.every(({ role, text, criterion }, index) => {
      const twin = right[index];
      if (twin?.role !== role) return false;
      const anyCase = role === 'criterion' && criterion !== undefined;
      return anyCase ? twin.text.toLowerCase() === text.toLowerCase() : twin.text === text;
    })
  );
}

// Old releases see blanks at the end of a line, and refuse or pass some lines for them.
function refusals(placed: PlacedDirective, target: Target): string {
  return lineProblems(placed, target)
    .map(({ rule }) => rule)
    .join();
}
