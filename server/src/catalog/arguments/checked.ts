// Small builders for verdicts of argument kinds. No knowledge of any directive.
import type { TextRange } from '../../base/text-range';
import type { Word } from '../../syntax/tree';
import { isSince, type Release } from '../versions';
import type { ArgumentInput, ArgumentProblem, ArgumentRule, Checked, RefusalCase } from './argument-kind';

/** Nothing wrong with the first `consumed` words. */
export function fine(consumed: number): Checked {
  return { problems: [], consumed };
}

/** One problem; sshd stops reading the line, so nothing is left over. */
export function refused(problem: ArgumentProblem): Checked {
  return { problems: [problem], consumed: Number.POSITIVE_INFINITY };
}

/** The argument is not there, or is an empty word. */
export function missing(input: ArgumentInput, wanted: string, word?: Word, sshd?: RefusalCase): Checked {
  return refused({
    rule: 'missing-argument',
    range: word ?? input.line.keyword,
    message: `${input.keyword} needs ${wanted}. sshd refuses the line without it.`,
    ...(sshd === undefined ? {} : { sshd }),
  });
}

/** A word that sshd refuses. */
export function bad(range: TextRange, message: string, instead?: readonly string[], sshd?: RefusalCase): Checked {
  return refused(problemAt('bad-argument', range, message, instead, sshd));
}

/** A problem as data, for kinds that go on checking. */
export function problemAt(
  rule: ArgumentRule,
  range: TextRange,
  message: string,
  instead?: readonly string[],
  sshd?: RefusalCase,
): ArgumentProblem {
  return {
    rule,
    range,
    message,
    ...(instead === undefined || instead.length === 0 ? {} : { instead }),
    ...(sshd === undefined ? {} : { sshd }),
  };
}

/** Whether the target is `release` or newer. */
export function since(input: ArgumentInput, release: Release): boolean {
  return isSince(input.target.release, release);
}

/** The first word if it is there and not empty. */
export function firstWord(input: ArgumentInput): Word | undefined {
  return given(input.words[0]);
}

/** The word, unless it is absent or empty. */
export function given(word: Word | undefined): Word | undefined {
  return word === undefined || word.value === '' ? undefined : word;
}

/** Whether the line is split by the rules of 8.7 and later. */
export function modern(input: ArgumentInput): boolean {
  return since(input, '8.7p1');
}

/** The words before the first empty one: where sshd's loops over strdelim() end. */
export function untilEmpty(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex((word) => word.value === '');
  return end < 0 ? words : words.slice(0, end);
}

/** The soft error of 8.7 and later for an empty word in a list. */
export function emptyArgument(input: ArgumentInput, word: Word): ArgumentProblem {
  return {
    rule: 'empty-argument',
    range: word,
    soft: true,
    message: `An empty word is no argument for ${input.keyword}; sshd refuses it. Remove the quotes or write a value.`,
  };
}

/** The soft error for a word that must be the only one. */
export function mustBeAlone(input: ArgumentInput, word: Word): ArgumentProblem {
  return {
    rule: 'bad-argument',
    range: word,
    soft: true,
    sshd: { case: 'alone' },
    message: `\`${word.value}\` must be the only argument of ${input.keyword}; sshd refuses it beside others.`,
  };
}

/** Up to 6.9 some directives look only whether anything follows the keyword; a blank is enough, also the one before a comment. */
export function emptyPasses(input: ArgumentInput): boolean {
  const { text, keyword, unclosedQuote } = input.line;
  return unclosedQuote === undefined && !since(input, '7.0p1') && /[ \t\r=]/.test(text[keyword.end] ?? '');
}

/** Up to 8.6: whether strdelim(), asked once more behind the last word, gives an empty one. It does so behind a quote, behind an `=`, and up to 7.4 behind blanks, which nobody trimmed. */
export function emptyWordBehind(input: ArgumentInput): boolean {
  const last = input.words.at(-1);
  const { text, rest, unclosedQuote } = input.line;
  if (last === undefined || modern(input) || unclosedQuote !== undefined) return false;
  return last.quoted || rest.end > last.end || (!since(input, '7.5p1') && /[ \t\r]/.test(text[last.end] ?? ''));
}

/** What `sshd -T` prints for a text that is not set: nothing before 7.5. */
export function cleared(input: ArgumentInput): readonly string[] {
  return since(input, '7.5p1') ? ['none'] : [];
}

/** The words on one line, as lists of words are printed; a list of none sets nothing. */
export function oneLine(input: ArgumentInput): readonly string[] | undefined {
  const words = modern(input) ? input.words : untilEmpty(input.words);
  return words.length === 0 ? undefined : [words.map(({ value }) => value).join(' ')];
}
