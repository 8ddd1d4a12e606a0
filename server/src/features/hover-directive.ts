// What there is to say about a keyword at the target: for the hover and for the details of a completion item. What holds in a file: hover-here.ts.
import type { MarkupContent } from 'vscode-languageserver-types';
import { defaultAlgorithms } from '../catalog/algorithms';
import { syntaxAt } from '../catalog/arguments/argument-kind';
import { type Catalog, entryOf, type KnownDirective } from '../catalog/catalog';
import type { Directive, Repeats } from '../catalog/directive';
import { manualPage } from '../catalog/manual-pages';
import { defaultWord } from './default-word';
import { absentNote, aliasNote, knownFacts, scopeFact, targetName } from './history';
import { card, code, codes } from './markdown';

/** The card of a keyword, in any case; undefined: no release knows it. `here` says what holds in the file. */
export function keywordCard(name: string, catalog: Catalog, here: readonly string[] = []): MarkupContent | undefined {
  const entry = entryOf(name);
  if (entry === undefined) return undefined;
  const known = catalog.directive(name);
  return card({
    head: `**${entry.keyword}** ${code(syntaxAt(entry.argument, catalog.target))}`,
    lead: known === undefined ? absentNote(entry, catalog) : (standingNote(known) ?? sentence(entry.summary)),
    here,
    text: entry.text,
    facts: [...(known === undefined ? [] : targetFacts(known, catalog)), ...knownFacts(entry)],
    changes: (entry.changes ?? []).map(([release, what]) => `${release}: ${what}`),
    foot: footOf(entry, catalog),
  });
}

/** The head and one sentence: for words of the argument that have no text of their own. */
export function shortKeywordCard(known: KnownDirective, catalog: Catalog, here: readonly string[] = []): MarkupContent {
  const { entry } = known;
  return card({
    head: `**${entry.keyword}** ${code(syntaxAt(entry.argument, catalog.target))}`,
    lead: sentence(entry.summary),
    here,
    facts: known.argument.name === 'algorithm-list' ? [] : defaultFact(known, catalog),
    foot: manualLink(entry, catalog),
  });
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
  // Where a block begins, the one above it ends: it stands in none.
  if (entry.argument.name === 'match') return [];
  return [...defaultFact(known, catalog), scopeFact(entry, catalog), REPEATS[known.repeats]];
}

const LONGEST_VALUE = 60;

/** What holds without a line. */
export function defaultFact(known: KnownDirective, catalog: Catalog): readonly string[] {
  const where = `in ${targetName(catalog)}`;
  const names = known.argument.name === 'algorithm-list' ? defaultAlgorithms(known.keyword, catalog.target) : [];
  if (names.length > 0) return [`Default ${where}, ${names.length} names: ${codes(names)}`];
  const preset = defaultWord(known, catalog.target);
  if (preset === undefined) return [];
  // As sshd prints it, a time has six places behind its point.
  const value = preset.replace(/\.0{6}\b/g, '');
  const words =
    known.argument.name === 'time' && value !== '0' ? known.argument.describe?.(value, catalog.target) : undefined;
  const shown = value.length > LONGEST_VALUE ? codes(value.split(' ')) : code(value);
  return [`Default ${where}: ${shown}${words === undefined ? '' : ` (${words})`}`];
}

const REPEATS: Readonly<Record<Repeats, string>> = {
  first: 'Repeated: the first line wins, later ones have no effect',
  last: 'Repeated: the last line wins',
  append: 'Repeated: the lines add up',
  'first-by-name': 'Repeated: the first line for each name wins',
  'first-by-part': 'Repeated: each part is taken from the first line that gives it',
  every: 'Repeated: every line acts',
};

function footOf(entry: Directive, catalog: Catalog): string {
  const { seeAlso = [] } = entry;
  const others = seeAlso.length === 0 ? '' : `See also ${codes(seeAlso)}. `;
  return `${others}${manualLink(entry, catalog) ?? ''}`.trim();
}

/** The link to the manual of the target; undefined for a keyword of another vendor, which it does not have. */
export function manualLink({ keyword, vendors }: Directive, { target }: Catalog): string | undefined {
  if (vendors !== undefined && !vendors.some((vendor) => vendor === target.vendor)) return undefined;
  const { title, url } = manualPage(target, keyword);
  return `[${title.replaceAll('_', '\\_')}](${url})`;
}
