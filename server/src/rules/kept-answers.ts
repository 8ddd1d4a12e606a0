// The answers of the rules over a file, by what they read: to forget those that an edit touches costs no look at the others.
import type { Keyword } from '../catalog/directives';
import type { Finding, Read } from './rule';

/** What a rule was asked about: one keyword, or the whole file. */
export type About = Keyword | 'file';

/** What a rule said, and what it read for that. */
export interface Answer {
  readonly ruleId: string;
  readonly about: About;
  readonly read: ReadonlySet<Read>;
  readonly found: readonly Finding[];
}

export interface KeptAnswers {
  readonly holds: (ruleId: string, about: About) => readonly Finding[] | undefined;
  readonly keep: (answer: Answer) => void;
  /** Forgets what was said after this was read. */
  readonly forget: (read: Read) => void;
  /** Puts all findings where they stand now; an answer of which that is not known is forgotten. */
  readonly move: (at: (found: readonly Finding[]) => readonly Finding[] | undefined) => void;
}

/** A book without an entry. */
export function keptAnswers(): KeptAnswers {
  const answers = new Map<string, Map<About, Answer>>();
  const byRead = new Map<Read, Set<Answer>>();
  // Nearly all rules are silent, and silence stands nowhere.
  const speaking = new Set<Answer>();
  const drop = (answer: Answer): void => {
    answers.get(answer.ruleId)?.delete(answer.about);
    speaking.delete(answer);
    for (const one of answer.read) byRead.get(one)?.delete(answer);
  };
  const keep = (answer: Answer): void => {
    const { ruleId, about, read, found } = answer;
    const ofRule = answers.get(ruleId) ?? new Map<About, Answer>();
    const before = ofRule.get(about);
    if (before !== undefined) drop(before);
    answers.set(ruleId, ofRule.set(about, answer));
    if (found.length > 0) speaking.add(answer);
    for (const one of read) {
      const readers = byRead.get(one);
      if (readers === undefined) byRead.set(one, new Set([answer]));
      else readers.add(answer);
    }
  };
  return {
    holds: (ruleId, about) => answers.get(ruleId)?.get(about)?.found,
    keep,
    forget: (read) => {
      for (const answer of byRead.get(read) ?? []) drop(answer);
    },
    move: (at) => {
      for (const answer of [...speaking]) {
        const found = at(answer.found);
        if (found === answer.found) continue;
        drop(answer);
        if (found !== undefined) keep({ ...answer, found });
      }
    },
  };
}
