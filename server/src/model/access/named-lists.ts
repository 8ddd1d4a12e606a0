// The patterns that Match lines and login lists hold: users, groups, addresses, hosts, ports. Evaluates nothing.
import type { Keyword } from '../../catalog/directives';
import type { Configuration } from '../configuration';
import type { MatchBlock } from '../file-model';
import type { PlacedPattern } from './name-classes';
import { elements } from './places';

/** The lists by what they are about. */
export interface NamedLists {
  readonly users: PlacedPattern[];
  readonly groups: PlacedPattern[];
  /** Groups in login lists: to pass those is one thing, to fit a block another. */
  readonly loginGroups: Set<string>;
  readonly addresses: string[];
  readonly hosts: PlacedPattern[];
  readonly localAddresses: string[];
  readonly localPorts: string[];
}

/** The lists of these blocks and, where they concern the asker, the login lists. */
export function namedLists(
  configuration: Configuration,
  blocks: readonly MatchBlock[],
  concerns: (keyword: Keyword) => boolean,
): NamedLists {
  const lists: NamedLists = {
    users: [],
    groups: [],
    loginGroups: new Set(),
    addresses: [],
    hosts: [],
    localAddresses: [],
    localPorts: [],
  };
  for (const [index, block] of blocks.entries()) addCriteria(block, index, lists);
  const setters = (keyword: Keyword) => (concerns(keyword) ? configuration.settersOf(keyword) : []);
  for (const [index, line] of [...setters('AllowUsers'), ...setters('DenyUsers')].entries())
    for (const { value } of line.placed.line.words) addLoginUser(value, `list ${index}`, lists);
  for (const [index, line] of [...setters('AllowGroups'), ...setters('DenyGroups')].entries())
    for (const { value } of line.placed.line.words) {
      lists.groups.push({ pattern: value, place: `list ${index}` });
      lists.loginGroups.add(value);
    }
  return lists;
}

function addCriteria(block: MatchBlock, index: number, lists: NamedLists): void {
  for (const [at, { criterion, value }] of block.criteria.criteria.entries()) {
    if (value === undefined) continue;
    const patterns = value.value.split(',').map((element) => ({
      pattern: element.replace(/^!/, ''),
      place: `block ${index} ${at} ${element.startsWith('!')}`,
    }));
    if (criterion.name === 'User') lists.users.push(...patterns);
    else if (criterion.name === 'Group') lists.groups.push(...patterns);
    else if (criterion.name === 'Host') lists.hosts.push(...patterns.map(lowerCased));
    else if (criterion.name === 'Address') lists.addresses.push(value.value);
    else if (criterion.name === 'LocalAddress') lists.localAddresses.push(value.value);
    else if (criterion.name === 'LocalPort') lists.localPorts.push(value.value);
  }
}

const lowerCased = ({ pattern, place }: PlacedPattern) => ({ pattern: pattern.toLowerCase(), place });

// match_user(): split at the last `@`; the host part is a list of addresses and names.
function addLoginUser(entry: string, place: string, lists: NamedLists): void {
  const at = entry.lastIndexOf('@');
  const host = at < 0 ? '' : entry.slice(at + 1);
  lists.users.push({ pattern: at < 0 ? entry : entry.slice(0, at), place: `${place} ${host}` });
  if (at < 0) return;
  lists.addresses.push(host);
  lists.hosts.push(...elements(host).map((pattern) => ({ pattern: pattern.toLowerCase(), place: `${place} ${host}` })));
}
