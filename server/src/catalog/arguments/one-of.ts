// One word of a fixed set (parse_multistate() of servconf.c, and the log and hash names), with words that came in later releases.
import { nearest } from '../../base/edit-distance';
import type { Target } from '../targets';
import type { Vendor } from '../vendors';
import { isSince, type Release, type Steps, shortName, valueAt } from '../versions';
import type { ArgumentInput, ArgumentKind } from './argument-kind';
import { bad, fine, firstWord, missing } from './checked';

/** A word of the set. */
export interface FixedWord {
  readonly word: string;
  readonly since?: Release;
  /** Another word has taken its place. */
  readonly old?: true;
  /** sshd takes it, and no manual names it: it is not offered. */
  readonly unnamed?: true;
  /** Only these vendors' builds know it. */
  readonly vendor?: readonly string[];
  /** The word of the same value that `sshd -T` prints; absent: itself. */
  readonly printed?: Steps<string>;
  /** The same where these vendors' word of the value goes first. */
  readonly vendorPrinted?: Readonly<Partial<Record<Vendor, string>>>;
}

interface Options {
  readonly name?: string;
  /** Letters of either case are the same (strcasecmp()); the default. */
  readonly anyCase?: boolean;
  /** The release from which either case counts; before, the words are taken in lower case only. */
  readonly anyCaseSince?: Release;
}

/** The set as the argument of a directive. Words may be plain text. */
export function oneOf(set: readonly (string | FixedWord)[], options: Options = {}): ArgumentKind {
  const words = set.map((word) => (typeof word === 'string' ? { word } : word));
  const anyCase = (target: Target) =>
    options.anyCase !== false && (options.anyCaseSince === undefined || isSince(target.release, options.anyCaseSince));
  const known = (target: Target) => words.filter((one) => knownAt(one, target));
  return {
    name: options.name ?? 'one-of',
    syntax: named(words).join(' | '),
    syntaxAt: (target) => named(known(target)).join(' | '),
    shape: 'word',
    choices: (target) =>
      known(target)
        .filter((one) => !one.unnamed)
        .map(({ word, old }) => {
          const printed = printedWord(word, words, target);
          return { label: word, ...(old ? { deprecated: true } : {}), ...(printed === word ? {} : { printed }) };
        }),
    printed: ({ words: [given], target }) => [printedWord(given?.value ?? '', words, target)],
    check: (input) => checkWord(input, known(input.target), words, anyCase(input.target)),
  };
}

function named(words: readonly FixedWord[]): readonly string[] {
  return words.filter((one) => !one.unnamed).map((one) => one.word);
}

function printedWord(text: string, words: readonly FixedWord[], { release, vendor }: Target): string {
  const found = words.find(({ word }) => word.toLowerCase() === text.toLowerCase());
  if (found === undefined) return text;
  return (vendor && found.vendorPrinted?.[vendor]) ?? valueAt(found.printed ?? [], release) ?? found.word;
}

function knownAt(one: FixedWord, target: Target): boolean {
  const released = one.since === undefined || isSince(target.release, one.since);
  return released && (one.vendor === undefined || one.vendor.includes(target.vendor ?? ''));
}

function checkWord(input: ArgumentInput, taken: readonly FixedWord[], all: readonly FixedWord[], anyCase: boolean) {
  const word = firstWord(input);
  const known = named(taken);
  if (word === undefined)
    return missing(input, `one of ${known.map((one) => `\`${one}\``).join(', ')}`, input.words[0]);
  const lower = word.value.toLowerCase();
  const sameLetters = taken.find((one) => one.word.toLowerCase() === lower)?.word;
  if (sameLetters === word.value || (sameLetters !== undefined && anyCase)) return fine(1);
  if (sameLetters !== undefined)
    return bad(word, `sshd wants \`${sameLetters}\` in exactly this case and refuses \`${word.value}\`.`, [
      sameLetters,
    ]);
  const later = all.find((one) => one.word.toLowerCase() === lower)?.since;
  const why = later === undefined ? '' : ` (OpenSSH ${shortName(later)} and later know it)`;
  return bad(
    word,
    `${input.keyword} does not take \`${word.value}\`${why}; sshd refuses it. It takes ${known.map((one) => `\`${one}\``).join(', ')}.`,
    nearest(word.value, known),
  );
}
