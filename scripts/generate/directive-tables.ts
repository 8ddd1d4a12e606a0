// docs/directives.md: every keyword of the catalogue in a few columns. What a keyword does at length, the hover says.
import { defaultAlgorithms } from '../../server/src/catalog/algorithms';
import type { Directive, ShippedFacts, Status } from '../../server/src/catalog/directive';
import { DIRECTIVES } from '../../server/src/catalog/directives';
import { whenKnown } from '../../server/src/catalog/known-span';
import { NEWEST_TARGET, shipperName } from '../../server/src/catalog/targets';
import { NEWEST, RELEASES, type Release, type Steps, shortName, valueAt } from '../../server/src/catalog/versions';
import { code, page, table } from './markdown';

const NEWEST_NAME = shortName(NEWEST);

/** The page. */
export function directivesPage(): string {
  const vendors = DIRECTIVES.filter(({ vendors }) => vendors !== undefined);
  const own = DIRECTIVES.filter(({ vendors }) => vendors === undefined);
  const supported = own.filter((entry) => valueAt(entry.status, NEWEST) === 'supported');
  const gone = own.filter((entry) => !supported.includes(entry));
  return page(
    'Directives',
    `Every keyword the extension knows, as OpenSSH ${shortName(RELEASES[0])} to ${NEWEST_NAME} read it. Hover a keyword in the editor for what it does at your target. ` +
      'The column "Match" says whether it may stand in a `Match` block, "Default" what holds when no line sets it.',
    `## Keywords of OpenSSH ${NEWEST_NAME}`,
    directiveTable(supported),
    '## Keywords without effect today',
    'Deprecated and unsupported keywords give a message, ignored ones not even that; a keyword that is gone is refused.',
    directiveTable(gone),
    '## Keywords that vendors add',
    directiveTable(vendors),
  );
}

function directiveTable(entries: readonly Directive[]): string {
  const heads = ['Keyword', 'Argument', 'Match', 'Known', `Default (${NEWEST_NAME})`, 'Summary'];
  return table(heads, entries.map(row));
}

function row(entry: Directive): readonly string[] {
  return [
    code(entry.keyword),
    code(entry.argument.syntax),
    overTime(entry.scope, (scope) => (scope === 'all' ? 'yes' : 'no'), entry.scope[0]?.[0]),
    known(entry),
    presetOf(entry),
    entry.summary,
  ];
}

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  absent: 'gone',
  supported: 'yes',
  deprecated: 'deprecated',
  ignored: 'ignored',
  unsupported: 'unsupported',
};

function known(entry: Directive): string {
  const span = overTime(entry.status, (status) => STATUS_WORDS[status]);
  const notes = [
    ...(entry.vendors === undefined ? [] : [whenKnown(entry)]),
    ...(entry.build === undefined ? [] : [`needs a build with ${entry.build}`]),
    ...shipped(entry, ({ status }) => overTime(status ?? [], (word) => STATUS_WORDS[word])),
  ];
  return [span, ...notes].join('; ');
}

/** `FreeBSD: no`: what vendors say otherwise, where `words` finds anything. */
function shipped(entry: Directive, words: (facts: ShippedFacts) => string): readonly string[] {
  return Object.entries(entry.shipped ?? {}).flatMap(([who, facts = {}]) => {
    const said = words(facts);
    return said === '' ? [] : [`${shipperName(who)}: ${said}`];
  });
}

/** `no, yes since 7.4`: the values in the order of the releases; the value of `first` needs no release. */
function overTime<T>(steps: Steps<T>, word: (value: T) => string, first: Release = RELEASES[0]): string {
  return steps
    .map(([since, value]) => (since === first ? word(value) : `${word(value)} since ${shortName(since)}`))
    .join(', ');
}

function presetOf(entry: Directive): string {
  const { keyword, argument, default: preset } = entry;
  if (argument.name === 'algorithm-list') return namesOf(defaultAlgorithms(keyword, NEWEST_TARGET));
  const atNewest = (steps: Steps<string> | undefined) =>
    code((steps === undefined ? undefined : valueAt(steps, NEWEST)) ?? '');
  const upstream = atNewest(preset);
  return [upstream, ...shipped(entry, (facts) => (atNewest(facts.default) === upstream ? '' : atNewest(facts.default)))]
    .filter((part) => part !== '')
    .join('; ');
}

function namesOf([first = '', ...more]: readonly string[]): string {
  return more.length === 0 ? code(first) : `${code(first)} and ${more.length} more`;
}
