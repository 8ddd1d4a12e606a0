// The criteria of a Match line. Data and look-ups; how they are read and evaluated is the model's business (match-block.ts).
import type { Target } from './targets';
import { isSince, type Release } from './versions';

/** `patterns`: comma list of `*`/`?` patterns; `addresses`: the same with CIDR ranges; `port`: one port; `none`: stands without a value. */
export type CriterionArgument = 'patterns' | 'addresses' | 'port' | 'none';

/** One criterion. Its name may be written in any case. */
export interface Criterion {
  /** The spelling of sshd_config(5). */
  readonly name: string;
  readonly since: Release;
  readonly argument: CriterionArgument;
  /** Whether upper and lower case differ in the value; absent where the value is no text. */
  readonly caseSensitive?: boolean;
  /** Must be the only criterion of its line. */
  readonly alone?: boolean;
  /** Decided when the file is read, not per connection: a block that fits is active from the start and may hold global directives. */
  readonly decidedAtStart?: boolean;
  /** One or two sentences for hover and completion. */
  readonly text: string;
  /** A realistic criterion with its value. */
  readonly example: string;
}

/** Every criterion of sshd, in the order of the manual. */
export const CRITERIA: readonly Criterion[] = [
  {
    name: 'User',
    since: '6.6p1',
    argument: 'patterns',
    caseSensitive: true,
    text: 'The name the client logs in as. `user@host` forms do not work here, and a list of `!name` alone never matches: add `*`.',
    example: 'User deploy,backup-*',
  },
  {
    name: 'Group',
    since: '6.6p1',
    argument: 'patterns',
    caseSensitive: true,
    text: 'A group the user belongs to, primary or supplementary, by name. One matching group is enough.',
    example: 'Group sftponly',
  },
  {
    name: 'Host',
    since: '6.6p1',
    argument: 'patterns',
    caseSensitive: false,
    text: "The client's host name. Without `UseDNS yes` sshd sees only the address here, so prefer Address.",
    example: 'Host *.example.org',
  },
  {
    name: 'Address',
    since: '6.6p1',
    argument: 'addresses',
    text: "The client's address: patterns or CIDR ranges whose host bits are zero.",
    example: 'Address 192.0.2.0/24,2001:db8::/32',
  },
  {
    name: 'LocalAddress',
    since: '6.6p1',
    argument: 'addresses',
    text: 'The address of this server that the client connected to: patterns or CIDR ranges.',
    example: 'LocalAddress 198.51.100.7',
  },
  {
    name: 'LocalPort',
    since: '6.6p1',
    argument: 'port',
    text: 'The port of this server that the client connected to. One port, no list.',
    example: 'LocalPort 2222',
  },
  {
    name: 'All',
    since: '6.6p1',
    argument: 'none',
    alone: true,
    decidedAtStart: true,
    text: 'Fits every connection and ends the blocks before it. What it sets replaces earlier global values, but not those of an earlier block that fits.',
    example: 'All',
  },
  {
    name: 'RDomain',
    since: '7.7p1',
    argument: 'patterns',
    caseSensitive: true,
    text: 'The routing domain the connection came in on, where the system has them.',
    example: 'RDomain mgmt',
  },
  {
    name: 'Invalid-User',
    since: '9.9p1',
    argument: 'none',
    text: 'Fits when the name the client gave is no account of this system.',
    example: 'Invalid-User',
  },
  {
    name: 'Version',
    since: '10.0p1',
    argument: 'patterns',
    caseSensitive: true,
    decidedAtStart: true,
    text: 'The release of this sshd in the form `OpenSSH_10.0p1`, so a pattern must begin with `OpenSSH_` or `*`.',
    example: 'Version OpenSSH_10.*',
  },
];

/** Criteria that only ssh_config knows; sshd refuses them. The value says what to use instead. */
export const CLIENT_CRITERIA: Readonly<Record<string, string>> = {
  exec: 'sshd runs no command to choose a block; decide by User, Group or Address',
  originalhost: 'use Host or Address for where the client comes from',
  localuser: 'use User for the account on this server',
  localnetwork: 'use LocalAddress for the address the client connected to',
  canonical: 'sshd does not rewrite host names; leave it out',
  final: 'sshd does not read its file a last time; leave it out',
  tagged: 'sshd has no tags; decide by User, Group or Address',
  command: 'sshd does not know the command yet when it chooses a block',
  sessiontype: 'sshd does not know the kind of session yet when it chooses a block',
};

/** The criteria the target's sshd knows. */
export function criteriaAt(target: Target): readonly Criterion[] {
  return CRITERIA.filter((criterion) => isSince(target.release, criterion.since));
}

/** A criterion by name, in any case and of any release. */
export function criterionNamed(name: string): Criterion | undefined {
  return BY_NAME.get(name.toLowerCase());
}

const BY_NAME: ReadonlyMap<string, Criterion> = new Map(
  CRITERIA.map((criterion) => [criterion.name.toLowerCase(), criterion]),
);
