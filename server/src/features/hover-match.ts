// What there is to say about the words of a Match line: a criterion, or a value of one.
import type { MarkupContent } from 'vscode-languageserver-types';
import { addressInWords } from '../catalog/address-words';
import { type Catalog, entryOf } from '../catalog/catalog';
import { CLIENT_CRITERIA, type Criterion, criteriaAt, criterionNamed } from '../catalog/criteria';
import { releaseName, targetName } from './history';
import { manualLink, sentence } from './hover-directive';
import { card, code } from './markdown';

/** The card of a criterion, in any case; undefined: neither sshd nor ssh knows it. */
export function criterionCard(name: string, catalog: Catalog): MarkupContent | undefined {
  const criterion = criterionNamed(name);
  if (criterion === undefined) return clientCriterionCard(name);
  const known = criteriaAt(catalog.target).includes(criterion);
  return card({
    head: `**Match ${criterion.name}** ${code(`Match ${criterion.example}`)}`,
    lead: known ? undefined : `sshd of ${targetName(catalog)} does not know this criterion and refuses the file.`,
    text: criterion.text,
    facts: criterionFacts(criterion),
    foot: matchManual(catalog),
  });
}

function matchManual(catalog: Catalog): string | undefined {
  const entry = entryOf('Match');
  return entry && manualLink(entry, catalog);
}

function clientCriterionCard(name: string): MarkupContent | undefined {
  const lower = name.toLowerCase();
  const instead = Object.hasOwn(CLIENT_CRITERIA, lower) ? CLIENT_CRITERIA[lower] : undefined;
  if (instead === undefined) return undefined;
  return card({
    head: `**Match ${lower}**`,
    lead: 'Only ssh_config knows this criterion; sshd refuses the file.',
    text: `Instead of it: ${sentence(instead)}`,
  });
}

function criterionFacts({ since, caseSensitive, alone, argument }: Criterion): readonly string[] {
  return [
    ...(since === '6.6p1' ? [] : [`Known since ${releaseName(since)}`]),
    ...(argument === 'none' ? ['Takes no value'] : []),
    ...(alone ? ['Must be the only criterion of its line'] : []),
    ...(caseSensitive === undefined
      ? []
      : [caseSensitive ? 'Upper and lower case differ' : 'Upper and lower case are the same']),
  ];
}

/** The card of one element of a criterion's value. */
export function criterionValueCard({ name, argument, caseSensitive }: Criterion, element: string): MarkupContent {
  const negated = element.startsWith('!');
  const pattern = negated ? element.slice(1) : element;
  const meaning =
    argument === 'addresses'
      ? addressInWords(pattern)
      : argument === 'port'
        ? 'this port'
        : patternMeaning(pattern, caseSensitive ?? true);
  return card({
    head: `**Match ${name}** ${code(element)}`,
    lead: `${negated ? 'Leaves out' : 'Fits'} ${meaning}.`,
    facts: negated ? ['A `!` element never fits by itself: the list also needs one that does, such as `*`'] : [],
  });
}

function patternMeaning(pattern: string, caseSensitive: boolean): string {
  if (pattern === '*') return 'everything';
  if (/[*?]/.test(pattern)) return 'what the pattern covers: `*` is any text, `?` one character';
  return `exactly this name, ${caseSensitive ? 'case included' : 'in any case'}`;
}
