// What a directive's argument may be: fixed words, algorithm names and list prefixes, percent tokens. File names are not offered.
import { algorithmFacts, defaultAlgorithms } from '../catalog/algorithms';
import { PREFIX_TEXT, splitPrefix } from '../catalog/arguments/algorithm-list';
import type { Choice, Shape } from '../catalog/arguments/argument-kind';
import { tokenText } from '../catalog/percent-tokens';
import type { Target } from '../catalog/targets';
import type { Offer } from './completion-item';
import type { TypedArgument } from './completion-place';
import { isCommaList } from './cursor-place';

/** The offers for the argument at the cursor. */
export function argumentOffers(place: TypedArgument, target: Target): readonly Offer[] {
  const tokens = tokenOffers(place, target);
  if (tokens !== undefined) return tokens;
  const { argument } = place.directive;
  // What the build does not read needs no help.
  if (place.directive.status !== 'supported' || argument.choices === undefined) return [];
  const choices = [...argument.choices(target), ...units(place, target)];
  return isCommaList(argument) ? listOffers(place, choices, target) : wordOffers(place, choices, argument.shape);
}

// `5` may become seconds, minutes or hours; what each is, the kind says.
function units({ directive, typed }: TypedArgument, target: Target): readonly Choice[] {
  const { name, describe } = directive.argument;
  if (name !== 'time' || !/^\d{1,5}$/.test(typed)) return [];
  return ['s', 'm', 'h', 'd'].map((unit) => {
    const detail = describe?.(typed + unit, target);
    return { label: typed + unit, ...(detail === undefined ? {} : { detail }) };
  });
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

function wordOffers(place: TypedArgument, choices: readonly Choice[], shape: Shape): readonly Offer[] {
  if (shape !== 'words' && place.index > 0) return [];
  const taken = new Set(shape === 'words' ? place.others.map((word) => word.toLowerCase()) : []);
  const replace = { start: place.start, end: place.end };
  return choices
    .filter(({ label }) => !taken.has(label.toLowerCase()))
    .map((choice, order) => choiceOffer(place, choice, replace, order));
}

function choiceOffer(
  { directive }: TypedArgument,
  { label, detail, deprecated }: Choice,
  replace: Offer['replace'],
  order: number,
): Offer {
  const described = detail ?? (directive.default === label ? 'default' : undefined);
  return {
    label,
    kind: 'value',
    keyword: directive.keyword,
    replace,
    order,
    rank: deprecated ? 3 : 1,
    ...(described === undefined ? {} : { detail: described }),
    ...(deprecated ? { deprecated } : {}),
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
    : free.map((choice, order) => choiceOffer(place, choice, replace, order));
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
    const grade = algorithmFacts(choice.label)?.grade;
    const weak = grade === 'weak';
    const preset = defaults.has(choice.label) ? 'default' : 'not in the default list';
    const good = prefix === '-' ? weak : !weak && (prefix !== '+' || !defaults.has(choice.label));
    return {
      ...choiceOffer(place, choice, replace, order),
      detail: grade === undefined || grade === 'unknown' ? preset : `${grade}, ${preset}`,
      rank: good ? 1 : weak ? 3 : 2,
      ...(weak && prefix !== '-' ? { deprecated: true } : {}),
      commitCharacters: [','],
    };
  });
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
      rank: 4,
      order,
    }));
}
