// What there is to say about a word of an argument: a fixed word, an algorithm, a time or size, a percent token.
import type { MarkupContent } from 'vscode-languageserver-types';
import { matchesPattern } from '../base/wildcard';
import {
  type AlgorithmFamily,
  acceptsAlgorithm,
  algorithmFacts,
  algorithmFamilyOf,
  defaultAlgorithms,
  knownAlgorithms,
} from '../catalog/algorithms';
import { PREFIX_TEXT } from '../catalog/arguments/algorithm-list';
import type { Catalog, KnownDirective } from '../catalog/catalog';
import { tokenIntroduced, tokenText } from '../catalog/percent-tokens';
import { defaultWord } from './default-word';
import { releaseName, targetName, wordSince } from './history';
import { defaultFact, manualLink, sentence, shortKeywordCard } from './hover-directive';
import { card, code, codes } from './markdown';

/** The card of a word or list element; undefined: the target does not know the keyword. */
export function argumentCard(
  keyword: string,
  value: string,
  catalog: Catalog,
  around: Surroundings = {},
): MarkupContent | undefined {
  const known = catalog.directive(keyword);
  if (known === undefined) return undefined;
  return valueCard(keyword, value, catalog, around) ?? shortKeywordCard(known, catalog, around.here);
}

/** What stands around the word. */
export interface Surroundings {
  /** The `+ - ^` in front of the list. */
  readonly prefix?: string | undefined;
  /** What holds at this place of the file. */
  readonly here?: readonly string[];
}

/** The card of a word or list element that has something to say of its own. */
export function valueCard(
  keyword: string,
  value: string,
  catalog: Catalog,
  { prefix, here = [] }: Surroundings = {},
): MarkupContent | undefined {
  const known = catalog.directive(keyword);
  if (known === undefined || known.status !== 'supported') return undefined;
  if (known.argument.name === 'algorithm-list')
    return algorithmCard(known, value, catalog, prefixNote(Object.hasOwn(PREFIX_TEXT, value) ? value : prefix));
  const meaning = fixedMeaning(known, value);
  const described = known.argument.describe?.(value, catalog.target);
  if (meaning === undefined && described === undefined) return undefined;
  const isDefault = defaultWord(known, catalog.target)?.toLowerCase() === value.toLowerCase();
  const since = wordSince(known.entry, value);
  return card({
    head: `**${known.keyword}** ${code(value)}${described === undefined || described === value ? '' : ` = ${described}`}`,
    lead: sentence(capital(meaning ?? known.entry.summary)),
    here,
    facts: [
      ...(isDefault ? [`The default in ${targetName(catalog)}`] : defaultFact(known, catalog)),
      ...(since === undefined ? [] : [`Known since ${releaseName(since)}`]),
    ],
    foot: manualLink(known.entry, catalog),
  });
}

function prefixNote(prefix = ''): readonly string[] {
  return Object.hasOwn(PREFIX_TEXT, prefix) ? [`${code(prefix)} in front of the list ${PREFIX_TEXT[prefix]}.`] : [];
}

// `session:*=1h` is explained by its type; `publickey:pam` by its method.
function fixedMeaning({ entry: { values } }: KnownDirective, value: string): string | undefined {
  if (values === undefined) return undefined;
  for (const wanted of [value, value.split('=')[0] ?? '', value.split(':')[0] ?? '']) {
    if (Object.hasOwn(values, wanted)) return values[wanted];
    const near = Object.keys(values).find((one) => one.toLowerCase() === wanted.toLowerCase());
    if (near !== undefined) return values[near];
  }
  return undefined;
}

const FAMILIES: Readonly<Record<AlgorithmFamily, string>> = {
  Ciphers: 'cipher',
  MACs: 'message authentication code',
  KexAlgorithms: 'key exchange',
  KeyTypes: 'key or signature algorithm',
  CASignatureAlgorithms: 'signature algorithm',
  GSSAPIKexAlgorithms: 'GSSAPI key exchange',
};

function algorithmCard(
  known: KnownDirective,
  name: string,
  catalog: Catalog,
  note: readonly string[],
): MarkupContent | undefined {
  const facts = algorithmFacts(name);
  if (facts === undefined) {
    const about = [...note, ...patternNote(known, name, catalog)];
    return about.length === 0 ? undefined : shortKeywordCard(known, catalog, about);
  }
  const family = algorithmFamilyOf(known.keyword);
  return card({
    head: `${code(name)} ${FAMILIES[family === facts.family || family === undefined ? facts.family : family]}`,
    lead:
      facts.grade === 'unknown' ? sentence(capital(facts.why)) : `**${capital(facts.grade)}**: ${sentence(facts.why)}`,
    here: note,
    facts: [
      standing(known, name, catalog),
      `Known since ${releaseName(facts.since)}${facts.since === '6.6p1' ? ' or earlier' : ''}${facts.until === undefined ? '' : `, until ${releaseName(facts.until)}`}`,
      ...(facts.postQuantum ? ['Protects against quantum computers'] : []),
      ...(facts.terrapin
        ? ['Touched by the Terrapin attack (CVE-2023-48795) where strict key exchange is missing']
        : []),
    ],
    foot: manualLink(known.entry, catalog),
  });
}

// `-aes*` takes out what fits of the list; elsewhere a pattern is for the names sshd knows.
function patternNote({ keyword }: KnownDirective, pattern: string, { target }: Catalog): readonly string[] {
  if (!/[*?]/.test(pattern)) return [];
  const names = knownAlgorithms(keyword, target).filter((name) => matchesPattern(name, pattern));
  return [`${code(pattern)} fits ${names.length === 0 ? 'no name that is known here' : codes(names)}.`];
}

function standing({ keyword }: KnownDirective, name: string, catalog: Catalog): string {
  const who = targetName(catalog);
  if (!acceptsAlgorithm(keyword, name, catalog.target))
    return `Not known to ${keyword} in ${who}: sshd refuses the list`;
  return defaultAlgorithms(keyword, catalog.target).includes(name)
    ? `In the default list of ${who}`
    : `Not in the default list of ${who}`;
}

// The name of a program stays as it is.
function capital(text: string): string {
  return /^(sshd?|sftp)\b/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** The card of a percent token (its letter), and whether sshd replaces it in this directive. */
export function tokenCard(keyword: string, token: string, catalog: Catalog): MarkupContent | undefined {
  const known = catalog.directive(keyword);
  if (known === undefined) return undefined;
  const meaning = tokenText(token, known.keyword);
  const expanded = known.argument.tokens?.(catalog.target) ?? [];
  if (expanded.includes(token)) {
    return card({
      head: `${code(`%${token}`)} ${meaning ?? ''}`.trim(),
      lead: `sshd replaces it in ${known.keyword}.`,
      foot: manualLink(known.entry, catalog),
    });
  }
  return card({
    head: `${code(`%${token}`)} ${meaning === undefined ? 'no token' : 'not replaced here'}`,
    lead: notExpanded(known, token, expanded, catalog),
    facts: meaning === undefined ? [] : [`Elsewhere it stands for ${meaning}`],
  });
}

function notExpanded(
  { keyword }: KnownDirective,
  token: string,
  expanded: readonly string[],
  catalog: Catalog,
): string {
  if (expanded.length === 0) return `sshd replaces no percent tokens in ${keyword}; the text stays as it is.`;
  const since = tokenIntroduced(token, keyword);
  const later = since === undefined ? '' : ` It came with ${releaseName(since)}.`;
  const others = codes(expanded.map((one) => `%${one}`));
  return `sshd of ${targetName(catalog)} does not know this token in ${keyword}: the login fails when it gets there, and \`sshd -t\` does not notice.${later} It knows ${others}.`;
}
