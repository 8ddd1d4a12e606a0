// What a directive's argument may be: fixed words, usual values, algorithm names and list prefixes, percent tokens. Paths: completion-paths.ts.
import { algorithmFacts, defaultAlgorithms } from '../catalog/algorithms';
import { PREFIX_TEXT, splitPrefix } from '../catalog/arguments/algorithm-list';
import type { Choice } from '../catalog/arguments/argument-kind';
import { tokenText } from '../catalog/percent-tokens';
import type { Target } from '../catalog/targets';
import { RELEASES, shortName } from '../catalog/versions';
import { adviceFor } from '../model/keepalive-advice';
import type { Snapshot } from '../model/snapshot';
import type { Offer } from './completion-item';
import type { TypedArgument } from './completion-place';
import { sftpArguments, sftpOffers } from './completion-sftp';
import { isCommaList } from './cursor-place';
import { defaultWord, writableDefault } from './default-word';

/** The offers for the argument at the cursor. */
export function argumentOffers(place: TypedArgument, snapshot: Snapshot): readonly Offer[] {
  const { target } = snapshot.catalog;
  const tokens = tokenOffers(place, target);
  if (tokens !== undefined) return tokens;
  const { argument, status } = place.directive;
  // What the build does not read needs no help.
  if (status !== 'supported') return [];
  if (sftpArguments(place)) return sftpOffers(place);
  const { before, typed } = place;
  const choices = [
    ...advised(place, snapshot),
    ...(argument.choices?.(target, { before: before.map(({ value }) => value), typed }) ?? []),
  ];
  if (isCommaList(argument)) return listOffers(place, choices, target);
  return wordOffers(place, [...choices, ...preset(place, choices, target)], target);
}

// A single word that holds without the line; where none of the choices is it.
function preset(
  { directive, index, typed }: TypedArgument,
  choices: readonly Choice[],
  target: Target,
): readonly Choice[] {
  const label = writableDefault(directive, target);
  if (label === undefined || index > 0 || typed !== '') return [];
  if (choices.some((one) => one.label.toLowerCase() === label.toLowerCase())) return [];
  const detail = directive.argument.describe?.(label, target);
  return [{ label, ...(detail === undefined ? {} : { detail }) }];
}

// What suits the path and the release, the model works out.
function advised({ directive, typed }: TypedArgument, snapshot: Snapshot): readonly Choice[] {
  if (typed !== '') return [];
  const { interval, countMax } = adviceFor(snapshot);
  const value = { ClientAliveInterval: interval, ClientAliveCountMax: countMax }[directive.slot as string];
  return value === undefined ? [] : [{ label: String(value), detail: 'recommended' }];
}

function tokenOffers({ directive, typed, cursor }: TypedArgument, target: Target): readonly Offer[] | undefined {
  // `%%` is a percent sign: only an odd one opens a token.
  const percent = /(?:^|[^%])(?:%%)*(%)$/.test(typed);
  if (!percent) return undefined;
  return (directive.argument.tokens?.(target) ?? []).map((token, order) => ({
    label: `%${token}`,
    kind: 'token',
    keyword: directive.keyword,
    replace: { start: cursor - 1, end: cursor },
    order,
    ...describedToken(token, directive.keyword),
  }));
}

function describedToken(token: string, keyword: string): Pick<Offer, 'detail'> {
  const detail = tokenText(token, keyword);
  return detail === undefined ? {} : { detail };
}

function wordOffers(place: TypedArgument, choices: readonly Choice[], target: Target): readonly Offer[] {
  const { shape } = place.directive.argument;
  if (shape !== 'words' && place.index > 0) return [];
  const taken = new Set(shape === 'words' ? place.others.map((word) => word.toLowerCase()) : []);
  const replace = { start: place.start, end: place.end };
  return choices
    .filter(({ label }) => !taken.has(label.toLowerCase()))
    .map((choice, order) => choiceOffer(place, choice, replace, order, target));
}

function choiceOffer(
  { directive }: TypedArgument,
  { label, detail, deprecated }: Choice,
  replace: Offer['replace'],
  order: number,
  target: Target,
): Offer {
  const isDefault = defaultWord(directive, target)?.toLowerCase() === label.toLowerCase();
  const described = [detail, isDefault ? 'default' : undefined].filter((one) => one !== undefined).join(', ');
  return {
    label,
    kind: 'value',
    keyword: directive.keyword,
    replace,
    order,
    rank: deprecated ? 3 : 1,
    ...(described === '' ? {} : { detail: described }),
    ...(deprecated ? { deprecated } : {}),
    // `session:*=` and `authfail:` want a value.
    ...(/[=:]$/.test(label) ? { goesOn: true } : {}),
  };
}

function listOffers(place: TypedArgument, choices: readonly Choice[], target: Target): readonly Offer[] {
  if (place.directive.argument.shape === 'comma-list' && place.index > 0) return [];
  const isAlgorithms = place.directive.argument.name === 'algorithm-list';
  const { prefix } = isAlgorithms ? splitPrefix(place.typed, target.release) : { prefix: '' };
  const comma = place.typed.lastIndexOf(',');
  const start = place.start + Math.max(comma + 1, prefix.length);
  const nextComma = place.behind.indexOf(',');
  const replace = { start, end: nextComma < 0 ? place.end : place.cursor + nextComma };
  const taken = new Set([
    ...place.typed.slice(prefix.length, Math.max(comma, 0)).split(','),
    ...(nextComma < 0 ? [] : place.behind.slice(nextComma + 1).split(',')),
  ]);
  // `any` stands for every method and must be alone.
  const free = choices.filter(
    ({ label }) => !taken.has(label) && (label !== 'any' || (comma < 0 && place.others.length === 0)),
  );
  const offers = isAlgorithms
    ? algorithmOffers(place, free, replace, prefix, target)
    : free.map((choice, order) => choiceOffer(place, choice, replace, order, target));
  return isAlgorithms && place.typed === '' ? [...offers, ...prefixOffers(place, target)] : offers;
}

function algorithmOffers(
  place: TypedArgument,
  choices: readonly Choice[],
  replace: Offer['replace'],
  prefix: string,
  target: Target,
): readonly Offer[] {
  const defaults = new Set(defaultAlgorithms(place.directive.keyword, target));
  // Only what the default list holds can be taken out of it.
  const useful = prefix === '-' ? choices.filter(({ label }) => defaults.has(label)) : choices;
  return useful.map((choice, order) => {
    const { grade = 'unknown', since = EARLIEST } = algorithmFacts(choice.label) ?? {};
    const isDefault = defaults.has(choice.label);
    const notes = [
      ...(grade === 'unknown' ? [] : [grade]),
      isDefault ? 'default' : 'not in the default list',
      ...(since === EARLIEST ? [] : [`since ${shortName(since)}`]),
    ];
    return {
      ...choiceOffer(place, choice, replace, order, target),
      detail: notes.join(', '),
      rank: algorithmRank(grade, prefix, isDefault),
      ...(grade === 'weak' && prefix !== '-' ? { deprecated: true } : {}),
      commitCharacters: [','],
    };
  });
}

const EARLIEST = RELEASES[0];

// The strong ones first, or the weak ones where names are taken out; what is there already needs no `+`.
function algorithmRank(grade: string, prefix: string, isDefault: boolean): number {
  const order =
    prefix === '-' ? ['weak', 'acceptable', 'unknown', 'strong'] : ['strong', 'acceptable', 'unknown', 'weak'];
  return prefix === '+' && isDefault ? 5 : 1 + Math.max(order.indexOf(grade), 0);
}

function prefixOffers({ directive, start, cursor }: TypedArgument, target: Target): readonly Offer[] {
  return Object.entries(PREFIX_TEXT)
    .filter(([prefix]) => splitPrefix(`${prefix}x`, target.release).prefix === prefix)
    .map(([prefix, detail], order) => ({
      label: prefix,
      kind: 'value',
      keyword: directive.keyword,
      replace: { start, end: cursor },
      detail,
      rank: 6,
      order,
      goesOn: true,
    }));
}
