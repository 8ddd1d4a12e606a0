// Whether a Match block applies to a connection: match_cfg_line() of servconf.c with something known.
import { type IpAddress, ipAddress, network } from '../../base/ip-address';
import { matchesPattern, matchesPatternList } from '../../base/wildcard';
import type { WrittenCriterion } from '../../catalog/match-criteria';
import type { Target } from '../../catalog/targets';
import type { ConnectionSpec } from '../connection';
import type { MatchBlock } from '../file-model';

/** Whether all criteria of the block fit what is known of the connection. */
export function blockFits({ criteria }: MatchBlock, connection: ConnectionSpec, target: Target): boolean {
  return criteria.problems.length === 0 && criteria.criteria.every((one) => criterionFits(one, connection, target));
}

/** Whether one criterion fits. */
export function criterionFits(
  { criterion, value }: WrittenCriterion,
  connection: ConnectionSpec,
  target: Target,
): boolean {
  const list = value?.value ?? '';
  const { user, groups, host, address, localAddress, localPort, invalidUser, rdomain } = connection;
  switch (criterion.name) {
    case 'All':
      return true;
    case 'User':
      return user !== undefined && matchesPatternList(user, list);
    case 'Group':
      return groupFits(groups ?? [], list);
    case 'Host':
      return host !== undefined && matchesPatternList(host, list, true);
    case 'Address':
      return address !== undefined && addressFits(address, list) === 'yes';
    case 'LocalAddress':
      return localAddress !== undefined && addressFits(localAddress, list) === 'yes';
    case 'LocalPort':
      return localPort !== undefined && localPort === Number(list);
    case 'RDomain':
      return rdomain !== undefined && matchesPatternList(rdomain, list);
    case 'Invalid-User':
      return invalidUser === true;
    case 'Version':
      return matchesPatternList(`OpenSSH_${target.release}`, list);
    default:
      return false;
  }
}

// ga_match_pattern_list(): a negated hit of any group decides against.
function groupFits(groups: readonly string[], list: string): boolean {
  let found = false;
  for (const group of groups) {
    for (const element of list.split(',')) {
      const negated = element.startsWith('!');
      if (!matchesPattern(group, negated ? element.slice(1) : element)) continue;
      if (negated) return false;
      found = true;
    }
  }
  return found;
}

/** addr_match_list() of addrmatch.c: `invalid` where sshd refuses the list. */
export function addressFits(address: string, list: string): 'yes' | 'no' | 'negated' | 'invalid' {
  const known = ipAddress(address);
  let found = false;
  for (const element of list.split(',')) {
    const negated = element.startsWith('!');
    const pattern = negated ? element.slice(1) : element;
    if (pattern === '') return 'invalid';
    const net = network(pattern);
    if (net.kind === 'mask-too-long' || net.kind === 'host-bits') return 'invalid';
    const inside =
      net.kind === 'network' && known !== undefined && contains(net.address, net.length, known)
        ? true
        : net.kind === 'other' && matchesPattern(address.toLowerCase(), pattern.toLowerCase());
    if (!inside) continue;
    if (negated) return 'negated';
    found = true;
  }
  return found ? 'yes' : 'no';
}

function contains(base: IpAddress, length: number, address: IpAddress): boolean {
  if (base.family !== address.family) return false;
  const shift = BigInt((base.family === 4 ? 32 : 128) - length);
  return base.bits >> shift === address.bits >> shift;
}
