// What may follow on a Match line: a criterion, or the value of the one in front. Users, groups and hosts are not looked up.
import type { Choice } from '../catalog/arguments/argument-kind';
import { type Criterion, criteriaAt } from '../catalog/criteria';
import type { Target } from '../catalog/targets';
import { TYPICAL_NETWORKS } from '../catalog/typical-networks';
import type { Offer } from './completion-item';
import type { TypedArgument } from './completion-place';
import { type MatchPart, matchParts } from './match-roles';

/** The offers for the word at the cursor of a Match line. */
export function matchOffers(place: TypedArgument, target: Target): readonly Offer[] {
  const parts = matchParts(place.before);
  const last = parts.at(-1);
  const needsValue = last?.role === 'criterion' && last.criterion?.argument !== 'none';
  if (needsValue) return valueOffers(place, last.criterion, place.typed.lastIndexOf(',') + 1);
  const equals = place.quoted ? -1 : place.typed.indexOf('=');
  if (equals < 0) return criterionOffers(place, parts, target);
  const named = matchParts(asWord(place.typed))[0]?.criterion;
  return valueOffers(place, named, Math.max(equals, place.typed.lastIndexOf(',')) + 1);
}

function asWord(text: string) {
  return [{ value: text, start: 0, end: text.length, quoted: false }];
}

function criterionOffers(place: TypedArgument, parts: readonly MatchPart[], target: Target): readonly Offer[] {
  const used = new Set(parts.filter((part) => part.role === 'criterion').map((part) => part.criterion?.name));
  if (parts.some((part) => part.criterion?.alone)) return [];
  return criteriaAt(target)
    .filter((criterion) => !used.has(criterion.name) && (!criterion.alone || used.size === 0))
    .map((criterion, order) => ({
      label: asWritten(criterion),
      kind: 'criterion',
      keyword: place.directive.keyword,
      replace: { start: place.start, end: place.cursor + nameBehind(place) },
      newText: criterion.argument === 'none' || hasSeparator(place) ? asWritten(criterion) : `${criterion.name} `,
      detail: SYNTAX[criterion.argument],
      goesOn: criterion.argument !== 'none',
      order,
    }));
}

// `Match all`, as everybody writes it.
function asWritten({ name, alone }: Criterion): string {
  return alone ? name.toLowerCase() : name;
}

const SYNTAX: Readonly<Record<Criterion['argument'], string>> = {
  patterns: 'PATTERN[,PATTERN ...]',
  addresses: 'ADDRESS[/LENGTH][,ADDRESS ...]',
  port: 'PORT',
  none: 'takes no value',
};

// In `Us|er=alice` the name ends before the `=`.
function nameBehind({ behind }: TypedArgument): number {
  const equals = behind.indexOf('=');
  return equals < 0 ? behind.length : equals;
}

function hasSeparator({ behind, quoted }: TypedArgument): boolean {
  return quoted || behind.includes('=');
}

function valueOffers(place: TypedArgument, criterion: Criterion | undefined, from: number): readonly Offer[] {
  if (criterion === undefined) return [];
  const comma = place.behind.indexOf(',');
  const replace = { start: place.start + from, end: comma < 0 ? place.end : place.cursor + comma };
  const taken = new Set(place.typed.slice(0, from).split(/[=,]/));
  return typicalValues(criterion)
    .filter(({ label }) => !taken.has(label))
    .map(({ label, detail = '' }, order) => ({
      label,
      detail,
      kind: 'value',
      keyword: place.directive.keyword,
      replace,
      rank: 1,
      order,
    }));
}

function typicalValues(criterion: Criterion): readonly Choice[] {
  const example = { label: criterion.example.split(' ')[1]?.split(',')[0] ?? '', detail: 'example' };
  switch (criterion.argument) {
    case 'none':
      return [];
    case 'port':
      return [{ label: '22', detail: 'the usual port' }, example];
    case 'addresses':
      return TYPICAL_NETWORKS;
    case 'patterns':
      return criterion.name === 'User'
        ? [{ label: 'root', detail: 'the superuser' }, { label: '*', detail: 'everybody' }, example]
        : [{ label: '*', detail: 'everything' }, example];
  }
}
