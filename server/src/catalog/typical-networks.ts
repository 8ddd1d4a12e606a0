// Addresses and networks that configurations speak of. Data only.
import type { Choice } from './arguments/argument-kind';

export const TYPICAL_NETWORKS: readonly Choice[] = [
  { label: '127.0.0.1', detail: 'this machine, IPv4' },
  { label: '::1', detail: 'this machine, IPv6' },
  { label: '10.0.0.0/8', detail: 'private network' },
  { label: '172.16.0.0/12', detail: 'private network' },
  { label: '192.168.0.0/16', detail: 'private network' },
  { label: 'fd00::/8', detail: 'private network, IPv6' },
];
