// Names of users, groups, hosts and environment variables that the configuration, or the system it belongs to, has already.
import { ownValue } from '../base/own-value';
import type { KnownDirective } from '../catalog/catalog';
import { knownNames, type NameKind } from '../model/names';
import type { Snapshot } from '../model/snapshot';
import type { Offer } from './completion-item';
import type { TypedArgument } from './completion-place';
import { matchParts } from './match-roles';

const KINDS: Readonly<Record<string, NameKind>> = {
  'user-patterns': 'user',
  'group-patterns': 'group',
  'environment-names': 'environment variable',
  'environment-assignments': 'environment variable',
  User: 'user',
  Group: 'group',
  Host: 'host',
  AuthorizedKeysCommandUser: 'user',
  AuthorizedPrincipalsCommandUser: 'user',
};

/** The names for the word, or list element, at the cursor. */
export function nameOffers(snapshot: Snapshot, place: TypedArgument): readonly Offer[] {
  const kind = kindAt(place);
  if (kind === undefined) return [];
  if (place.directive.argument.name === 'environment-assignments') return variableOffers(snapshot, place);
  const { typed, behind, start, end, cursor } = place;
  const from = Math.max(typed.lastIndexOf(','), typed.lastIndexOf('='), typed.lastIndexOf('!')) + 1;
  const stop = behind.search(/[,@]/);
  const replace = { start: start + from, end: stop < 0 ? end : cursor + stop };
  const taken = new Set([...place.others, ...typed.slice(0, from).split(/[=,!]/)]);
  const present = snapshot.tree.text.slice(replace.start, replace.end);
  return knownNames(snapshot, kind)
    .filter(({ name }) => !taken.has(name) && name !== present)
    .map(({ name, origin }, order) => ({
      label: name,
      kind: 'name' as const,
      keyword: place.directive.keyword,
      replace,
      detail: origin === 'configuration' ? `${kind} named in this configuration` : `${kind} of this system`,
      rank: origin === 'configuration' ? 0 : 2,
      order,
    }));
}

// `NAME=`, for the value to be written behind it.
function variableOffers(snapshot: Snapshot, { typed, start, end, others, directive }: TypedArgument): readonly Offer[] {
  if (typed.includes('=')) return [];
  const taken = new Set(others.map((word) => word.replace(/=.*/s, '')));
  return knownNames(snapshot, 'environment variable')
    .filter(({ name }) => !taken.has(name) && !/[*?]/.test(name))
    .map(({ name }, order) => ({
      label: `${name}=`,
      kind: 'name' as const,
      keyword: directive.keyword,
      replace: { start, end },
      detail: 'environment variable named in this configuration',
      rank: 0,
      order,
    }));
}

/** Whether there are names to offer behind the keyword. */
export function namesFor(snapshot: Snapshot, directive: KnownDirective): boolean {
  const kind = kindOf(directive);
  return kind !== undefined && knownNames(snapshot, kind).length > 0;
}

function kindOf({ argument, slot }: KnownDirective): NameKind | undefined {
  return ownValue(KINDS, argument.name) ?? ownValue(KINDS, slot);
}

function kindAt({ directive, before, typed, quoted }: TypedArgument): NameKind | undefined {
  if (directive.status !== 'supported') return undefined;
  if (directive.argument.name !== 'match') return typed.includes('@') ? undefined : kindOf(directive);
  const last = matchParts(before).at(-1);
  if (last?.role === 'criterion' && last.criterion?.argument !== 'none')
    return ownValue(KINDS, last.criterion?.name ?? '');
  const named = quoted ? undefined : /^([^=]+)=/.exec(typed)?.[1];
  return named === undefined ? undefined : ownValue(KINDS, matchParts([word(named)])[0]?.criterion?.name ?? '');
}

function word(value: string) {
  return { value, start: 0, end: value.length, quoted: false };
}
