// Algorithm lists with their prefixes: +, - and ^ before a list add to, remove from or put in front of the default.

import { nearest } from '../../base/edit-distance';
import type { TextRange } from '../../base/text-range';
import { matchesPattern, matchesPatternList } from '../../base/wildcard';
import type { Word } from '../../syntax/tree';
import { assembledAlgorithms } from '../algorithm-assembly';
import {
  acceptsAlgorithm,
  algorithmFacts,
  algorithmFamilyOf,
  knownAlgorithms,
  prefixesAt,
  printedAlgorithms,
} from '../algorithms';
import type { Target } from '../targets';
import { isSince, type Release, shortName } from '../versions';
import type {
  ArgumentInput,
  ArgumentKind,
  ArgumentProblem,
  Checked,
  SettingInput,
  SettingLines,
  Settled,
} from './argument-kind';
import { fine, firstWord, missing, problemAt } from './checked';

/** What a prefix does. */
export const PREFIX_TEXT: Readonly<Record<string, string>> = {
  '+': 'adds the names to the end of the default list',
  '-': 'removes the names from the default list',
  '^': 'puts the names in front of the default list',
};

/** The prefix of a list at a release, and the list behind it. No release: the list takes no prefix. */
export function splitPrefix(
  value: string,
  release: Release | undefined,
): { readonly prefix: string; readonly list: string } {
  const first = value[0] ?? '';
  return release !== undefined && prefixesAt(release).includes(first)
    ? { prefix: first, list: value.slice(1) }
    : { prefix: '', list: value };
}

/** The list of a directive: Ciphers, MACs, KexAlgorithms, or one of the key and signature algorithm lists. */
export function algorithmList(directive: string): ArgumentKind {
  return {
    name: 'algorithm-list',
    syntax: '[+|-|^]NAME[,NAME ...]',
    shape: 'comma-list',
    choices: (target) => knownAlgorithms(directive, target).map((label) => ({ label })),
    settle: (lines) => settledList(lines, directive),
    check: (input) => checkList(input, directive),
  };
}

function settledList<L extends SettingInput>(
  { global, blocks, target, again }: SettingLines<L>,
  directive: string,
): Settled<L> {
  const line = blocks[0] ?? global[0];
  if (line === undefined) return { values: [printedAlgorithms(directive, target)], by: [] };
  const names = assembledAlgorithms(directive, line.words[0]?.value ?? '', target);
  // The second reading puts global lists together again, and an empty one is the default then.
  const refilled = names === '' && again && line === global[0];
  return { values: [refilled ? printedAlgorithms(directive, target) : names], by: [line] };
}

function checkList(input: ArgumentInput, directive: string): Checked {
  const word = firstWord(input);
  if (word === undefined) return missing(input, 'a list of algorithms', input.words[0]);
  const { prefix, list } = splitPrefix(
    word.value,
    directive === 'GSSAPIKexAlgorithms' ? undefined : input.target.release,
  );
  if (prefix === '-') return fine(1);
  if (list === '')
    return {
      problems: [
        problemAt(
          'bad-argument',
          word,
          `Behind \`${word.value}\` the list is empty; sshd refuses it. Write at least one name.`,
          [],
          directive === 'KexAlgorithms' ? { case: 'empty-list' } : {},
        ),
      ],
      consumed: 1,
    };
  if (list.startsWith(',') && countsNames(directive, input.target))
    return { problems: [emptyFirst(word)], consumed: 1 };
  const unknown = elementProblems(input, directive, word, list);
  // In a block that does not act yet, sshd puts the list together when a connection comes.
  if (unknown.length > 0 || !input.active || !isEmptied(directive, prefix, list, input.target))
    return { problems: unknown, consumed: 1 };
  return { problems: [emptied(directive, word, list)], consumed: 1 };
}

// Up to 10.3 a list of ciphers or MACs that ends before its first name passes (ciphers_valid(), mac_valid()).
function countsNames(directive: string, { release }: Target): boolean {
  return (directive === 'Ciphers' || directive === 'MACs') && isSince(release, '10.4p1');
}

function emptyFirst(word: Word): ArgumentProblem {
  return problemAt(
    'bad-argument',
    word,
    `For sshd the list \`${word.value}\` ends before its first name; since OpenSSH 10.4 it refuses that. Take out the comma in front.`,
  );
}

function elementProblems(
  input: ArgumentInput,
  directive: string,
  word: Word,
  list: string,
): readonly ArgumentProblem[] {
  const problems: ArgumentProblem[] = [];
  let offset = word.value.length - list.length;
  for (const name of checkedElements(list)) {
    if (!isAccepted(name, directive, input.target))
      problems.push({
        ...unknownName(input, directive, name, elementRange(word, offset, name)),
        sshd: { element: name },
      });
    offset += name.length + 1;
  }
  return problems;
}

function emptied(directive: string, word: Word, list: string): ArgumentProblem {
  const message = list.split(',').some(isNegated)
    ? `sshd cannot put ${directive} together with a \`!\` in it; it refuses to start and names no line. Write the names to keep, or \`-NAME\` to take one from the default.`
    : `sshd leaves every name of \`${list}\` out; it refuses to start with an empty ${directive} list and names no line. Write other names.`;
  return { rule: 'emptied-algorithm-list', range: word, message, afterReading: true };
}

const isNegated = (name: string) => name.startsWith('!');

// kex_assemble_names() filters the known names by the whole list, what stands behind an empty element too; a negated element, or nothing left, makes it fail.
function isEmptied(directive: string, prefix: string, list: string, target: Target): boolean {
  if (!isSince(target.release, '7.8p1') || directive === 'GSSAPIKexAlgorithms') return false;
  const names = list.split(',');
  if (names.some(isNegated)) return true;
  const known = knownAlgorithms(directive, target);
  return prefix === '' && !names.some((name) => known.some((one) => matchesPattern(one, name)));
}

// sshd stops at the first empty element (strsep loops of ciphers_valid(), mac_valid(), kex_names_valid(), sshkey_names_valid2()).
function checkedElements(list: string): readonly string[] {
  const elements = list.split(',');
  const empty = elements.indexOf('');
  return empty < 0 ? elements : elements.slice(0, empty);
}

function isAccepted(name: string, directive: string, target: Target): boolean {
  if (acceptsAlgorithm(directive, name, target)) return true;
  const family = algorithmFamilyOf(directive);
  if (family !== 'KeyTypes' && family !== 'CASignatureAlgorithms') return false;
  // sshkey_names_valid2() asks for plain keys only where it knows the name.
  if (knownAlgorithms('KeyTypes', target).includes(name)) return false;
  // Key type lists take patterns; match_pattern_list() != 0, so a negated hit counts as well.
  const pattern = name.startsWith('!') ? name.slice(1) : name;
  return knownAlgorithms('KeyTypes', target).some((one) => matchesPatternList(one, pattern));
}

function elementRange(word: Word, offset: number, name: string): TextRange {
  const plain = word.value.length === word.end - word.start;
  const inQuotes = word.quoted && word.value.length === word.end - word.start - 2;
  if (!plain && !inQuotes) return word;
  const start = word.start + offset + (plain ? 0 : 1);
  return { start, end: start + name.length };
}

function unknownName(input: ArgumentInput, directive: string, name: string, range: TextRange): ArgumentProblem {
  const { release } = input.target;
  const first = name[0] ?? '';
  const isPrefix = first in PREFIX_TEXT;
  if (isPrefix && range.start > (input.words[0]?.start ?? 0) + 1) {
    return problemAt(
      'unknown-algorithm',
      range,
      `A prefix counts only in front of the whole list; sshd refuses \`${name}\` here. Put \`${first}\` before the first name, or leave it out.`,
      [name.slice(1)],
    );
  }
  if (isPrefix && !prefixesAt(release).includes(first)) {
    return problemAt(
      'unknown-algorithm',
      range,
      `The target's sshd does not know the prefix \`${first}\` yet and refuses the list. Write the whole list.`,
    );
  }
  const facts = algorithmFacts(name);
  const when = facts === undefined ? '' : knownWhen(facts.since, facts.until, release);
  // A name of another release is no slip of the pen.
  const near = facts === undefined ? nearest(name, knownAlgorithms(directive, input.target)) : [];
  const advice = near[0] !== undefined ? `Did you mean \`${near[0]}\`?` : 'Take it out.';
  return problemAt(
    'unknown-algorithm',
    range,
    `The target's sshd does not know \`${name}\` here and refuses the list${when}. ${advice}`,
    near,
  );
}

function knownWhen(since: Release, until: Release | undefined, release: Release): string {
  if (!isSince(release, since)) return ` (OpenSSH ${shortName(since)} and later know it)`;
  if (until !== undefined && !isSince(until, release)) return ` (OpenSSH ${shortName(until)} was the last to know it)`;
  return '';
}
