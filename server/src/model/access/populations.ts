// The kinds of connections that the Match blocks and login lists tell apart, each with an example: finitely many, however many users there are.
import type { Keyword } from '../../catalog/directives';
import type { Configuration } from '../configuration';
import type { ConnectionSpec } from '../connection';
import { blocksOf, isOnlyChecked } from '../effective/acting-lines';
import { criterionFits } from '../effective/match-evaluation';
import type { MatchBlock } from '../file-model';
import { type NameClasses, nameClasses } from './name-classes';
import { type NamedLists, namedLists } from './named-lists';
import { addressDimension, type Choice, type Dimension, dimensionOf, portDimension, type Trait } from './places';

/** Connections that are alike. */
export interface Population {
  /** What sets them apart; empty: everybody else, from anywhere else. */
  readonly traits: readonly Trait[];
  readonly connection: ConnectionSpec;
  /** Equal for connections that the same blocks fit. */
  readonly blocks: bigint;
}

/** All of them. */
export interface Populations {
  /** Fewer traits first. */
  readonly all: readonly Population[];
  /** The blocks that were asked, in the order of the bits of Population.blocks. */
  readonly blocks: readonly MatchBlock[];
  /** Whether there are more than could be looked at. */
  readonly cut: boolean;
}

/** What is asked, and what holds for all connections. */
export interface PopulationQuestion {
  /** Only what blocks say of these keywords counts. */
  readonly concerns: (keyword: Keyword) => boolean;
  /** Whether host names of clients are looked up. */
  readonly useDns: boolean;
  readonly listening: readonly number[];
  /** The account that is always looked at by itself, with its own group; absent: none. */
  readonly superuser?: { readonly name: string; readonly group: string };
}

const MOST_POPULATIONS = 1500;
const MOST_BLOCKS = 200;
const MOST_GROUP_PAIRS = 64;

/** Tells the connections apart. */
export function populations(configuration: Configuration, question: PopulationQuestion): Populations {
  const counting = blocksThatCount(configuration, question.concerns);
  const blocks = counting.slice(0, MOST_BLOCKS);
  const lists = namedLists(configuration, blocks, question.concerns);
  const dimensions = [
    userDimension(lists, question),
    groupDimension(lists),
    clientDimension(lists, question),
    addressDimension(lists.localAddresses, 'local-address', (localAddress) => ({ localAddress })),
    portDimension(lists.localPorts, question.listening),
  ];
  const { all, cut } = product(dimensions);
  const likely = all.filter(
    ({ traits, sets }) => sets.user !== question.superuser?.name || traits.every(isForRoot(lists)),
  );
  const fitting = fittingBlocks(blocks, configuration);
  return {
    all: likely
      .map(({ traits, sets }) => ({ traits, connection: sets, blocks: fitting(sets) }))
      .sort((a, b) => a.traits.length - b.traits.length),
    cut: cut || blocks.length < counting.length || dimensions.some((one) => one.cut),
    blocks,
  };
}

/** The blocks that hold lines of such keywords, and those around them. */
export function blocksThatCount(
  configuration: Configuration,
  concerns: PopulationQuestion['concerns'],
): readonly MatchBlock[] {
  const holding = new Set<MatchBlock>();
  for (const { placed } of configuration.directives) {
    const slot = placed.directive?.slot;
    if (slot === undefined || placed.conditions.length === 0 || !concerns(slot)) continue;
    for (const block of placed.conditions) holding.add(block);
  }
  return blocksOf(configuration).flatMap(({ block, by }) =>
    holding.has(block) && block.criteria.problems.length === 0 && !isOnlyChecked(by, configuration.catalog)
      ? [block]
      : [],
  );
}

const OTHER_USERS = ['someone', 'mallory', 'zoe7', 'quentin-x'];
const OTHER_GROUPS = ['people', 'folks-7', 'zz-others'];
const OTHER_HOSTS = ['client.invalid', 'zz7.test'];

function userDimension({ users }: NamedLists, { superuser }: PopulationQuestion): Dimension {
  const classes = nameClasses(users, OTHER_USERS, superuser === undefined ? [] : [superuser.name]);
  return named(classes, 'user', (user) => ({
    user,
    // Everybody has a group of their own; the superuser's is known.
    groups: user === superuser?.name ? [superuser.group] : [],
  }));
}

function groupDimension({ groups, loginGroups }: NamedLists): Dimension {
  const { choices, cut } = named(nameClasses(groups, OTHER_GROUPS), 'group', (group) => ({ groups: [group] }));
  const traits = choices.flatMap((choice) => choice.traits);
  const pairs: Choice[] = [];
  for (const [index, one] of traits.entries())
    for (const other of traits.slice(index + 1)) {
      const login = [one, other].filter(({ names }) => names.some((name) => loginGroups.has(name)));
      // Who passes the login lists may be in any group that a block names.
      if (login.length === 1 || traits.length <= 6)
        pairs.push({ traits: [one, other], sets: joined(one.sets, other.sets) });
    }
  return {
    choices: [...choices, ...pairs.slice(0, MOST_GROUP_PAIRS)],
    cut: cut || pairs.length > MOST_GROUP_PAIRS,
  };
}

// The superuser may be in a group to pass a login list, but hardly in one made for others to be confined by.
function isForRoot({ loginGroups }: NamedLists): (trait: Trait) => boolean {
  return ({ kind, names }) => kind !== 'group' || names.some((name) => loginGroups.has(name));
}

function clientDimension({ addresses, hosts }: NamedLists, { useDns }: PopulationQuestion): Dimension {
  // Where names are not looked up, the host is the address.
  if (!useDns) {
    const asHosts = hosts.map(({ pattern }) => pattern);
    return addressDimension([...addresses, ...asHosts], 'address', (address) => ({ address, host: address }));
  }
  const names = nameClasses(
    hosts.filter(({ pattern }) => /[a-z]/.test(pattern)),
    OTHER_HOSTS,
  );
  const byAddress = addressDimension(addresses, 'address', (address) => ({ address, host: names.other }));
  const address = byAddress.choices[0]?.sets.address ?? '';
  const byHost = named(names, 'host', (host) => ({ address, host }));
  return { choices: [...byAddress.choices, ...byHost.choices.slice(1)], cut: byAddress.cut || byHost.cut };
}

function named(
  { named: classes, other, cut }: NameClasses,
  kind: Trait['kind'],
  set: (name: string) => ConnectionSpec,
): Dimension {
  const traits = classes.map(({ names, example }) => ({ kind, names, sets: set(example) }));
  return dimensionOf(traits, set(other), cut);
}

// All combinations, as far as there is room.
function product(dimensions: readonly Dimension[]): { readonly all: readonly Choice[]; readonly cut: boolean } {
  let all: readonly Choice[] = [{ traits: [], sets: {} }];
  let cut = false;
  for (const { choices } of dimensions) {
    const room = Math.max(1, Math.floor(MOST_POPULATIONS / all.length));
    cut ||= choices.length > room;
    const taken = choices.slice(0, room);
    all = taken.flatMap((choice) =>
      all.map((one) => ({ traits: [...one.traits, ...choice.traits], sets: joined(one.sets, choice.sets) })),
    );
  }
  return { all, cut };
}

function joined(one: ConnectionSpec, other: ConnectionSpec): ConnectionSpec {
  const groups = [...(one.groups ?? []), ...(other.groups ?? [])];
  return { ...one, ...other, ...(groups.length > 0 ? { groups } : {}) };
}

/** Which blocks fit, as bits: what the blocks ask of one thing is answered once for each value it has. */
function fittingBlocks(blocks: readonly MatchBlock[], { catalog }: Configuration): (one: ConnectionSpec) => bigint {
  const tests = blocks.flatMap(({ criteria }, index) =>
    criteria.criteria.map((written) => ({ written, bit: 1n << BigInt(index) })),
  );
  const everything = (1n << BigInt(blocks.length)) - 1n;
  const questions = [...new Set(tests.map(({ written }) => written.criterion.name))].map((name) => ({
    name,
    asking: tests.filter(({ written }) => written.criterion.name === name),
    known: new Map<string, bigint>(),
  }));
  return (connection) => {
    let bits = everything;
    for (const { name, asking, known } of questions) {
      const asked = askedFor(name, connection);
      let fitting = known.get(asked);
      if (fitting === undefined) {
        fitting = everything;
        for (const { written, bit } of asking) if (!criterionFits(written, connection, catalog.target)) fitting &= ~bit;
        known.set(asked, fitting);
      }
      bits &= fitting;
    }
    return bits;
  };
}

function askedFor(criterion: string, { user, groups, host, address, localAddress, localPort }: ConnectionSpec): string {
  switch (criterion) {
    case 'User':
      return user ?? '';
    case 'Group':
      return groups?.join(' ') ?? '';
    case 'Host':
      return host ?? '';
    case 'Address':
      return address ?? '';
    case 'LocalAddress':
      return localAddress ?? '';
    case 'LocalPort':
      return String(localPort);
    default:
      return '';
  }
}
