// Directives about clients whose host vouches for the user. Data only.
import { oneOf } from '../arguments/one-of';
import { yesNo } from '../arguments/yes-no';
import { defineDirective } from '../directive';

export const hostBased = [
  defineDirective({
    keyword: 'HostbasedAuthentication',
    status: [['6.6p1', 'supported']],
    scope: [['6.6p1', 'all']],
    argument: yesNo,
    repeats: [['6.6p1', 'first']],
    default: [['6.6p1', 'no']],
    summary: 'Trust other hosts to vouch for their users',
    text: "Lets a client host vouch for its users with its own host key, together with `/etc/ssh/shosts.equiv`, `/etc/hosts.equiv` or the user's `.shosts` and `.rhosts` (see `IgnoreRhosts`). Whoever is root on a trusted host can log in as any of its users here, so use it only inside closely managed clusters. The server must know the client's host key, from the system-wide or the user's known_hosts (see `IgnoreUserKnownHosts`). With `UseDNS no` sshd knows the client only by its address, so host names in these files do not match unless `HostbasedUsesNameFromPacketOnly yes` is set.",
    values: {
      yes: 'Accept logins vouched for by trusted hosts.',
      no: 'Do not offer host-based login.',
    },
    seeAlso: [
      'IgnoreRhosts',
      'IgnoreUserKnownHosts',
      'HostbasedUsesNameFromPacketOnly',
      'HostbasedAcceptedAlgorithms',
      'UseDNS',
    ],
    example: 'no',
  }),
  defineDirective({
    keyword: 'HostbasedUsesNameFromPacketOnly',
    status: [['6.6p1', 'supported']],
    scope: [['6.6p1', 'all']],
    argument: yesNo,
    repeats: [['6.6p1', 'first']],
    default: [['6.6p1', 'no']],
    summary: "Take the client's host name from its own claim",
    text: "Says which name is used to look up a host in host-based login. With `no` the server works it out from the connection: the resolved name with `UseDNS yes`, otherwise just the address. With `yes` it takes the name the client states; the claim still has to be backed by that host's key, and this helps where clients sit behind NAT or have no reverse DNS. It matters only with `HostbasedAuthentication yes`.",
    values: {
      yes: 'Use the name the client sends in its request.',
      no: 'Use the name resolved from the connection, or the address with `UseDNS no`.',
    },
    seeAlso: ['HostbasedAuthentication', 'UseDNS', 'IgnoreRhosts'],
    example: 'no',
  }),
  defineDirective({
    keyword: 'IgnoreRhosts',
    status: [['6.6p1', 'supported']],
    scope: [
      ['6.6p1', 'global'],
      ['8.3p1', 'all'],
    ],
    argument: oneOf(['yes', 'no', { word: 'shosts-only', since: '8.3p1' }], { anyCaseSince: '7.7p1' }),
    repeats: [['6.6p1', 'first']],
    default: [['6.6p1', 'yes']],
    summary: "Ignore the users' own .rhosts and .shosts files",
    text: 'Decides whether users may extend host-based trust with `.rhosts` and `.shosts` files in their homes. Keep `yes`: with `no` every user can let other hosts in without asking. The system-wide `/etc/hosts.equiv` and `/etc/ssh/shosts.equiv` are used in either case. It matters only with `HostbasedAuthentication yes`.',
    values: {
      yes: 'Ignore both files of the user.',
      no: 'Read `.shosts` and `.rhosts` of the user.',
      'shosts-only': 'Read `.shosts` but never `.rhosts`. Needs 8.3.',
    },
    changes: [['8.3', '`shosts-only` and use in `Match` were added.']],
    seeAlso: ['HostbasedAuthentication', 'IgnoreUserKnownHosts'],
    example: 'yes',
  }),
  defineDirective({
    keyword: 'IgnoreUserKnownHosts',
    status: [['6.6p1', 'supported']],
    scope: [['6.6p1', 'global']],
    argument: yesNo,
    repeats: [['6.6p1', 'first']],
    default: [['6.6p1', 'no']],
    summary: "Ignore the users' known_hosts in host-based login",
    text: "Decides whether the user's `~/.ssh/known_hosts` may vouch for a client's host key in host-based login. With `no` users can introduce hosts themselves; with `yes` only the system-wide list counts, which is what you want when `HostbasedAuthentication` is on. Without host-based login it has no effect, although several hardening guides ask for `yes`. It cannot be used inside `Match`.",
    values: {
      yes: 'Only the system-wide known hosts count.',
      no: "The user's own known_hosts counts too.",
    },
    seeAlso: ['HostbasedAuthentication', 'IgnoreRhosts'],
    example: 'yes',
  }),
] as const;
