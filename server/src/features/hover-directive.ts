// What there is to say about a keyword at the target: for the hover and for the details of a completion item. What holds in a file: hover-here.ts.
import type { MarkupContent } from 'vscode-languageserver-types';
import { defaultAlgorithms } from '../catalog/algorithms';
import { type Catalog, entryOf, type KnownDirective } from '../catalog/catalog';
import type { Directive, Repeats } from '../catalog/directive';
import { absentNote, aliasNote, knownFacts, scopeFact, targetName } from './history';
import { card, code, codes } from './markdown';

/** The card of a keyword, in any case; undefined: no release knows it. `here` says what holds in the file. */
export function keywordCard(name: string, catalog: Catalog, here: readonly string[] = []): MarkupContent | undefined {
  const entry = entryOf(name);
  if (entry === undefined) return undefined;
  const known = catalog.directive(name);
  return card({
    head: `**${entry.keyword}** ${code(entry.argument.syntax)}`,
    lead: known === undefined ? absentNote(entry, catalog) : (standingNote(known) ?? sentence(entry.summary)),
    here,
    text: entry.text,
    facts: [...(known === undefined ? [] : targetFacts(known, catalog)), ...knownFacts(entry)],
    changes: (entry.changes ?? []).map(([release, what]) => `${release}: ${what}`),
    foot: footOf(entry),
  });
}

/** The head and one sentence: for words of the argument that have no text of their own. */
export function shortKeywordCard({ entry }: KnownDirective, here: readonly string[] = []): MarkupContent {
  return card({ head: `**${entry.keyword}** ${code(entry.argument.syntax)}`, lead: sentence(entry.summary), here });
}

/** A summary as a sentence. */
export function sentence(summary: string): string {
  return /[.!?]$/.test(summary) ? summary : `${summary}.`;
}

function standingNote({ status, keyword, slot }: KnownDirective): string | undefined {
  switch (status) {
    case 'deprecated':
      return 'Obsolete: sshd logs a message, does not read the argument and goes on. Remove the line.';
    case 'ignored':
      return 'Obsolete: sshd skips the line without a word. Remove it.';
    case 'unsupported':
      return 'Not built into this sshd: it logs a message, does not read the argument and goes on.';
    case 'supported':
      return aliasNote(keyword, slot);
  }
}

function targetFacts(known: KnownDirective, catalog: Catalog): readonly string[] {
  const { entry, status } = known;
  if (status !== 'supported') return [scopeFact(entry, catalog)];
  const repeats = entry.argument.name === 'match' ? [] : [REPEATS[known.repeats]];
  return [...defaultFact(known, catalog), scopeFact(entry, catalog), ...repeats];
}

function defaultFact(known: KnownDirective, catalog: Catalog): readonly string[] {
  const where = `in ${targetName(catalog)}`;
  const names = known.argument.name === 'algorithm-list' ? defaultAlgorithms(known.keyword, catalog.target) : [];
  if (names.length > 0) return [`Default ${where}, ${names.length} names: ${codes(names)}`];
  return known.default === undefined ? [] : [`Default ${where}: ${code(known.default)}`];
}

const REPEATS: Readonly<Record<Repeats, string>> = {
  first: 'Repeated: the first line wins, later ones have no effect',
  last: 'Repeated: the last line wins',
  append: 'Repeated: the lines add up',
  'first-by-name': 'Repeated: the first line for each name wins',
  'first-by-part': 'Repeated: each part is taken from the first line that gives it',
  every: 'Repeated: every line acts',
};

function footOf({ keyword, seeAlso = [], vendors }: Directive): string {
  const others = seeAlso.length === 0 ? '' : `See also ${codes(seeAlso)}. `;
  return vendors === undefined
    ? `${others}[sshd\\_config(5)](https://man.openbsd.org/sshd_config#${keyword})`
    : others.trim();
}
