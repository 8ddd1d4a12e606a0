// The criteria of a Match line, read as match_cfg_line() of servconf.c reads them. Evaluation for a connection is the model's business.
import { ownValue } from '../base/own-value';
import type { TextRange } from '../base/text-range';
import { matchesPatternList } from '../base/wildcard';
import { strdelimWords } from '../syntax/scanner';
import type { DirectiveLine, Word } from '../syntax/tree';
import { addressListProblem, valueRange } from './arguments/address-list';
import type { ArgumentProblem } from './arguments/argument-kind';
import { given, problemAt } from './arguments/checked';
import { portNumber } from './arguments/port';
import { CLIENT_CRITERIA, type Criterion, criteriaAt, criterionNamed } from './criteria';
import type { Target } from './targets';
import { isSince, shortName } from './versions';

/** A criterion as written. */
export interface WrittenCriterion {
  readonly criterion: Criterion;
  readonly name: Word;
  /** Absent for criteria that take none. */
  readonly value?: Word;
}

/** A Match line as read. Ranges count from the start of the line. */
export interface MatchCriteria {
  readonly criteria: readonly WrittenCriterion[];
  /** A lone `all`. */
  readonly always: boolean;
  /** Whether the block acts when the file is read, so that global-only directives are taken in it. */
  readonly activeWhenRead: boolean;
  readonly problems: readonly ArgumentProblem[];
  /** What stands behind the empty word that ends the criteria: sshd takes the line and refuses the rest as extra. */
  readonly leftOver?: TextRange;
}

/** Reads the criteria of a Match line. sshd stops at the first problem, and so does this. */
export function readCriteria(line: DirectiveLine, target: Target): MatchCriteria {
  const { words, leftOver } = criteriaWords(line, target);
  const criteria: WrittenCriterion[] = [];
  let at = 0;
  while (at < words.length && !words[at]?.value.startsWith('#')) {
    const read = readOne(words, at, criteria, target);
    if ('message' in read) return broken(criteria, read);
    criteria.push(read.written);
    at += read.consumed;
  }
  if (criteria.length === 0)
    return broken(
      [],
      problemAt(
        'bad-match-criteria',
        line.keyword,
        'A Match line needs a criterion; sshd refuses it without one. Write, for example, `Match User alice`, or `Match all`.',
        [],
        { case: 'none' },
      ),
    );
  return {
    criteria,
    always: criteria[0]?.criterion.alone ?? false,
    activeWhenRead: criteria.every((one) => actsAtStart(one, target)),
    problems: [],
    ...(leftOver === undefined ? {} : { leftOver }),
  };
}

function broken(criteria: readonly WrittenCriterion[], problem: ArgumentProblem): MatchCriteria {
  return { criteria, always: false, activeWhenRead: false, problems: [problem] };
}

interface CriterionWord extends Word {
  /** The word it was the front part of. */
  readonly whole?: string;
}

interface CriteriaWords {
  readonly words: readonly CriterionWord[];
  readonly leftOver?: TextRange;
}

// From 9.9 the words of argv_split() are used; before, strdelim() cuts the raw text, `=` included, in both dialects.
function criteriaWords(line: DirectiveLine, target: Target): CriteriaWords {
  if (isSince(target.release, '9.9p1')) {
    const words = isSince(target.release, '9.9p2') ? line.words.flatMap(splitAtEquals) : line.words;
    return words[0]?.value.toLowerCase() === 'all' ? endedAt(words, 1, line, target) : { words };
  }
  const shown = line.text.slice(0, line.rest.end);
  const words = strdelimWords(shown, line.rest.start, true).words;
  const end = words.findIndex((word) => word.value === '' || word.value.startsWith('#'));
  return end < 0 ? { words } : endedAt(words, end, line, target);
}

// A `#` ends the criteria and hides the rest; behind an empty word the rest is left for the test for extra arguments.
function endedAt(words: readonly CriterionWord[], end: number, line: DirectiveLine, target: Target): CriteriaWords {
  const last = words[end];
  if (last === undefined || (last.value !== '' && !last.value.startsWith('#'))) return { words };
  const next = words[end + 1];
  // Up to 8.6 the test looks at one word more, and an empty one passes.
  const taken = next === undefined || (next.value === '' && !isSince(target.release, '8.7p1'));
  const leftOver = last.value === '' && !taken ? { start: next.start, end: line.rest.end } : undefined;
  return { words: words.slice(0, end), ...(leftOver === undefined ? {} : { leftOver }) };
}

// `user=alice`: only behind the name of a criterion that takes a value.
function splitAtEquals(word: Word): readonly CriterionWord[] {
  const equals = word.value.indexOf('=');
  const criterion = equals < 0 ? undefined : criterionNamed(word.value.slice(0, equals));
  if (criterion === undefined || criterion.argument === 'none') return [word];
  const exact = !word.quoted && word.value.length === word.end - word.start;
  const cut = exact ? word.start + equals : word.end;
  return [
    { start: word.start, end: cut, value: word.value.slice(0, equals), quoted: false, whole: word.value },
    { start: exact ? cut + 1 : word.start, end: word.end, value: word.value.slice(equals + 1), quoted: word.quoted },
  ];
}

type ReadOne = { readonly written: WrittenCriterion; readonly consumed: number } | ArgumentProblem;

function readOne(
  words: readonly CriterionWord[],
  at: number,
  before: readonly WrittenCriterion[],
  target: Target,
): ReadOne {
  const name = words[at] as CriterionWord;
  const criterion = criteriaAt(target).find((one) => one.name.toLowerCase() === name.value.toLowerCase());
  const value = valueBehind(words, at);
  if (criterion?.alone) {
    if (before.length === 0 && value === undefined)
      return { written: { criterion, name }, consumed: words.length - at };
    return problemAt(
      'bad-match-criteria',
      name,
      '`all` must be the only criterion; sshd refuses it beside others.',
      [],
      { case: 'all' },
    );
  }
  if (criterion?.argument === 'none') return { written: { criterion, name }, consumed: 1 };
  if (criterion === undefined) {
    // sshd cuts at `=` only behind a name it knows, and looks for the value before it looks at the name.
    const next = given(words[at + (name.whole === undefined ? 1 : 2)]);
    const sshd = { case: next === undefined ? 'value' : 'unknown', element: name.whole ?? name.value };
    return { ...unknown(name, before.length === 0, target), sshd };
  }
  if (value === undefined)
    return problemAt(
      'bad-match-criteria',
      name,
      `\`${name.value}\` needs a value; sshd refuses the line. Write, for example, \`Match ${criterion.example}\`.`,
      [],
      { case: 'value', element: name.value },
    );
  return valueProblem(criterion, value, target) ?? { written: { criterion, name, value }, consumed: 2 };
}

// A value that begins with `#` is none, in quotes too.
function valueBehind(words: readonly CriterionWord[], at: number): CriterionWord | undefined {
  const value = given(words[at + 1]);
  return value?.value.startsWith('#') ? undefined : value;
}

function unknown(name: Word, first: boolean, target: Target): ArgumentProblem {
  const known = criteriaAt(target).map((one) => one.name);
  const client = ownValue(CLIENT_CRITERIA, name.value.toLowerCase());
  if (client !== undefined)
    return problemAt(
      'bad-match-criteria',
      name,
      `\`${name.value}\` is a criterion of ssh_config; sshd refuses it: ${client}.`,
    );
  const later = criterionNamed(name.value);
  if (later !== undefined)
    return problemAt(
      'bad-match-criteria',
      name,
      `The criterion \`${later.name}\` is known since OpenSSH ${shortName(later.since)}; the target's sshd refuses it.`,
    );
  const joined = name.value.includes('=')
    ? ' `criterion=value` is not read by this release; write a blank instead of `=`.'
    : '';
  const advice = first
    ? ` It knows ${known.join(', ')}.`
    : ' Join values by commas without blanks; directives go on the lines below.';
  return problemAt(
    'bad-match-criteria',
    name,
    `sshd knows no criterion \`${name.value}\` and refuses the line.${joined === '' ? advice : joined}`,
  );
}

function valueProblem(criterion: Criterion, value: Word, target: Target): ArgumentProblem | undefined {
  if (criterion.argument === 'port' && portNumber(value.value, target.release) === undefined) {
    return problemAt(
      'bad-match-criteria',
      value,
      `\`${value.value}\` is no port; sshd refuses the line. LocalPort takes one port, no list.`,
      [],
      { case: 'port', element: value.value },
    );
  }
  // Before 8.4 the list is judged only when a connection comes.
  if (criterion.argument !== 'addresses' || !isSince(target.release, '8.4p1')) return undefined;
  const problem = addressListProblem(value.value, target.release);
  return problem === undefined
    ? undefined
    : problemAt(
        'bad-match-criteria',
        valueRange(value),
        problem.message,
        problem.instead === undefined ? [] : [problem.instead],
        { case: criterion.name, element: value.value },
      );
}

function actsAtStart({ criterion, value }: WrittenCriterion, target: Target): boolean {
  if (!criterion.decidedAtStart) return false;
  return value === undefined || matchesPatternList(versionText(target), value.value);
}

// SSH_RELEASE of version.h; Debian and Ubuntu put the number of their package behind it.
function versionText({ release, vendor }: Target): string {
  const packaged = { debian: ' Debian-1', ubuntu: ' Ubuntu-1' } as const;
  return `OpenSSH_${release}${(vendor && ownValue<string>(packaged, vendor)) ?? ''}`;
}
