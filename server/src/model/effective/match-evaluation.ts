// Whether a Match line applies to a connection: match_cfg_line() of servconf.c with something known.
import { type IpAddress, ipAddress, network } from '../../base/ip-address';
import { matchesPattern, matchesPatternList } from '../../base/wildcard';
import { portNumber } from '../../catalog/arguments/port';
import type { MatchCriteria, WrittenCriterion } from '../../catalog/match-criteria';
import type { Target } from '../../catalog/targets';
import { isSince } from '../../catalog/versions';
import type { ConnectionSpec } from '../connection';

/** `unanswered`: sshd -T stops because the connection is not described well enough. `refused`: sshd drops the connection. */
export type Fit = 'yes' | 'no' | Unfit;

/** Why a Match line cannot be answered. */
export interface Unfit {
  readonly kind: 'unanswered' | 'refused';
  readonly message: string;
}

/** How one criterion is answered. */
interface Answer {
  /** Absent: sshd does not know what the criterion asks for. */
  readonly known: boolean;
  readonly fits: (list: string) => boolean | Unfit;
}

/** Whether all criteria of a Match line fit. sshd asks all of them, even behind one that does not. */
export function matchFit({ criteria, problems }: MatchCriteria, connection: ConnectionSpec, target: Target): Fit {
  if (problems.length > 0) return 'no';
  let all = true;
  for (const written of criteria) {
    const fit = criterionFit(written, connection, target);
    if (typeof fit === 'object') return fit;
    all &&= fit;
  }
  return all ? 'yes' : 'no';
}

/** Whether one criterion fits; what is not known of the connection does not. */
export function criterionFits(written: WrittenCriterion, connection: ConnectionSpec, target: Target): boolean {
  return criterionFit(written, connection, target) === true;
}

function criterionFit(
  { criterion, value }: WrittenCriterion,
  connection: ConnectionSpec,
  target: Target,
): boolean | Unfit {
  const answer = answerTo(criterion.name, connection, target);
  if (answer.known) return answer.fits(value?.value ?? '');
  // From 7.7 on -T stops at what it is not told; since 8.1 only at the port.
  const stops =
    isSince(target.release, '7.7p1') && (criterion.name === 'LocalPort' || !isSince(target.release, '8.1p1'));
  if (!stops) return false;
  return {
    kind: 'unanswered',
    message: `\`Match ${criterion.name}\` asks for something that is not known of the connection; here \`sshd -T\` stops.`,
  };
}

const ALWAYS: Answer = { known: true, fits: () => true };

function answerTo(name: string, connection: ConnectionSpec, { release }: Target): Answer {
  const { user, groups, host, address, localAddress, localPort, invalidUser, rdomain } = connection;
  switch (name) {
    case 'User':
      return text(user, (one, list) => matchesPatternList(one, list));
    case 'Group':
      return { known: user !== undefined || groups !== undefined, fits: (list) => groupFits(groups ?? [], list) };
    case 'Host':
      return text(host, (one, list) => matchesPatternList(one, list, true));
    case 'Address':
      return text(address, addressListFit);
    case 'LocalAddress':
      return text(localAddress, addressListFit);
    case 'LocalPort':
      return { known: localPort !== undefined, fits: (list) => portNumber(list, release) === localPort };
    case 'RDomain':
      return text(rdomain, (one, list) => matchesPatternList(one, list));
    case 'Invalid-User':
      return { known: true, fits: () => invalidUser === true };
    case 'Version':
      return { known: true, fits: (list) => matchesPatternList(`OpenSSH_${release}`, list) };
    default:
      return ALWAYS;
  }
}

function text(value: string | undefined, fits: (value: string, list: string) => boolean | Unfit): Answer {
  return { known: value !== undefined, fits: (list) => value !== undefined && fits(value, list) };
}

// ga_match_pattern_list(): a negated hit of any group decides against.
function groupFits(groups: readonly string[], list: string): boolean {
  const elements = list.split(',');
  const isHit = (negated: boolean) => (element: string) =>
    element.startsWith('!') === negated &&
    groups.some((group) => matchesPattern(group, negated ? element.slice(1) : element));
  return !elements.some(isHit(true)) && elements.some(isHit(false));
}

// Since 8.4 such a list does not come this far.
function addressListFit(address: string, list: string): boolean | Unfit {
  const fit = addressFits(address, list);
  return fit === 'invalid'
    ? { kind: 'refused', message: `sshd cannot use the address list \`${list}\` and drops the connection.` }
    : fit === 'yes';
}

/** addr_match_list() of addrmatch.c; `invalid`: sshd refuses the list. */
export function addressFits(text: string, list: string): 'yes' | 'no' | 'negated' | 'invalid' {
  const address = ipAddress(text);
  // Not even a pattern fits what is no address.
  if (address === undefined) return 'no';
  let found = false;
  for (const element of list.split(',')) {
    const negated = element.startsWith('!');
    const hit = elementFits(text, address, negated ? element.slice(1) : element);
    if (hit === 'invalid') return 'invalid';
    if (hit && negated) return 'negated';
    found ||= hit;
  }
  return found ? 'yes' : 'no';
}

function elementFits(text: string, address: IpAddress, element: string): boolean | 'invalid' {
  if (element === '') return 'invalid';
  const net = network(element);
  if (net.kind === 'other') return matchesPattern(text, element);
  if (net.kind !== 'network') return 'invalid';
  if (net.address.family !== address.family) return false;
  const shift = BigInt((address.family === 4 ? 32 : 128) - net.length);
  return net.address.bits >> shift === address.bits >> shift;
}
