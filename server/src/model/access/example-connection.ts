// A connection that a Match block applies to, to show what the block does: the plainest one that its lists let through.
import type { WrittenCriterion } from '../../catalog/match-criteria';
import type { Target } from '../../catalog/targets';
import type { ConnectionSpec } from '../connection';
import { criterionFits, matchFit } from '../effective/match-evaluation';
import type { MatchBlock } from '../file-model';
import { matchList } from '../match-lists';
import { namesFor } from './name-classes';
import { addressesFor } from './places';

/** Undefined: none is found, as for a block that applies to nobody. */
export function exampleConnection(block: MatchBlock, target: Target): ConnectionSpec | undefined {
  const chain = [...block.header.conditions, block];
  let connection: ConnectionSpec = {};
  for (const one of chain)
    for (const written of one.criteria.criteria) {
      if (criterionFits(written, connection, target)) continue;
      const fitting = candidates(one, written, connection).find((next) => criterionFits(written, next, target));
      if (fitting === undefined) return undefined;
      connection = fitting;
    }
  return chain.every(({ criteria }) => matchFit(criteria, connection, target) === 'yes') ? connection : undefined;
}

type Describe = (text: string, connection: ConnectionSpec) => ConnectionSpec;

// What a connection needs for an element of a list to fit; of several groups each adds to the others.
const OF_NAMES: Readonly<Record<string, Describe>> = {
  User: (user) => ({ user }),
  Group: (group, { groups = [] }) => ({ groups: [...groups, group] }),
  Host: (host) => ({ host }),
  RDomain: (rdomain) => ({ rdomain }),
};
const OF_ADDRESSES: Readonly<Record<string, Describe>> = {
  Address: (address) => ({ address }),
  LocalAddress: (localAddress) => ({ localAddress }),
};

function candidates(
  block: MatchBlock,
  written: WrittenCriterion,
  connection: ConnectionSpec,
): readonly ConnectionSpec[] {
  const { name, elements } = matchList(block, written);
  const patterns = elements.filter(({ negated }) => !negated).map(({ pattern }) => pattern);
  const all = (texts: readonly string[], describe: Describe | undefined) =>
    describe === undefined ? [] : texts.map((text) => ({ ...connection, ...describe(text, connection) }));
  return [
    ...(name === 'Invalid-User' ? [{ ...connection, invalidUser: true }] : []),
    ...(name === 'LocalPort' ? patterns.map((port) => ({ ...connection, localPort: Number(port) })) : []),
    ...all(patterns.flatMap(namesFor), OF_NAMES[name]),
    ...all(patterns.flatMap(addressesFor), OF_ADDRESSES[name]),
  ];
}
