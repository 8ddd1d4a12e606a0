// Which words of a Match line name a criterion and which are its value, for the eye. Whether sshd accepts them, catalog/match-criteria.ts says.
import type { TextRange } from '../base/text-range';
import { type Criterion, criterionNamed } from '../catalog/criteria';
import type { Word } from '../syntax/tree';

/** A part of a Match line. Ranges count from the start of the line. */
export interface MatchPart extends TextRange {
  readonly role: 'criterion' | 'value';
  readonly text: string;
  /** The criterion named here or whose value this is; absent: no release knows it. */
  readonly criterion?: Criterion;
}

/** The parts in order. `User=alice` in one word is two parts; a name without value has no value part. */
export function matchParts(words: readonly Word[]): readonly MatchPart[] {
  const parts: MatchPart[] = [];
  let waiting: MatchPart | undefined;
  for (const word of words) {
    if (waiting !== undefined) {
      parts.push(part('value', word, word.value, waiting.criterion));
      waiting = undefined;
      continue;
    }
    const [named, value] = namedBy(word);
    parts.push(named);
    if (value !== undefined) parts.push(value);
    else if (named.criterion?.argument !== 'none') waiting = named;
  }
  return parts;
}

function namedBy(word: Word): readonly [named: MatchPart, value?: MatchPart] {
  const equals = word.value.indexOf('=');
  // Behind quotes and escapes the place of the `=` in the text is not known; the word stays whole.
  if (equals < 0 || word.value.length !== word.end - word.start)
    return [part('criterion', word, word.value, criterionNamed(word.value))];
  const name = word.value.slice(0, equals);
  const criterion = criterionNamed(name);
  const cut = word.start + equals;
  return [
    part('criterion', { start: word.start, end: cut }, name, criterion),
    part('value', { start: cut + 1, end: word.end }, word.value.slice(equals + 1), criterion),
  ];
}

function part(
  role: MatchPart['role'],
  { start, end }: TextRange,
  text: string,
  criterion: Criterion | undefined,
): MatchPart {
  return { role, start, end, text, ...(criterion ? { criterion } : {}) };
}
