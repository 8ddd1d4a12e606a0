// Where connections come from and go to, as far as Match lines and user@host patterns tell them apart: networks, host names, local addresses, ports.
import { addressText, type IpAddress, ipAddress, network } from '../../base/ip-address';
import { matchesPattern } from '../../base/wildcard';
import type { ConnectionSpec } from '../connection';
import { addressFits } from '../effective/match-evaluation';

/** A property of connections that the files name. */
export interface Trait {
  readonly kind: 'user' | 'group' | 'address' | 'host' | 'local-address' | 'local-port' | 'rdomain';
  /** As the files have them; alike for every list. */
  readonly names: readonly string[];
  /** What a connection with the trait looks like; its groups are added to the others. */
  readonly sets: ConnectionSpec;
}

/** One thing a connection may be: traits that the files name, or none of them. */
export interface Choice {
  readonly traits: readonly Trait[];
  readonly sets: ConnectionSpec;
}

/** One way in which connections differ. */
export interface Dimension {
  /** First what has none of the traits, where there is such a connection. */
  readonly choices: readonly Choice[];
  readonly cut: boolean;
}

/** Each trait by itself, and none of them. */
export function dimensionOf(traits: readonly Trait[], without: ConnectionSpec | undefined, cut: boolean): Dimension {
  const single = traits.map((trait) => ({ traits: [trait], sets: trait.sets }));
  return { choices: without === undefined ? single : [{ traits: [], sets: without }, ...single], cut };
}

const MOST_ADDRESSES = 200;

// Addresses kept for documentation: nobody writes them into a real file.
const OTHER_CLIENTS = ['203.0.113.77', '198.51.100.77', '192.0.2.77', '2001:db8::77'];
const OTHER_LOCALS = ['192.0.2.222', '198.51.100.222', '2001:db8::222'];

/** The addresses that the lists tell apart; each list is the value of one criterion or of a host part. */
export function addressDimension(
  lists: readonly string[],
  kind: 'address' | 'local-address',
  set: (address: string) => ConnectionSpec,
): Dimension {
  const patterns = [...new Set(lists.flatMap(elements))].filter((pattern) => pattern !== '*');
  const considered = patterns.slice(0, MOST_ADDRESSES);
  const keyOf = (address: string) => lists.map((list) => addressFits(address, list)).join(' ');
  const hits = (address: string) => considered.filter((pattern) => addressFits(address, pattern) === 'yes').length;
  const others = kind === 'address' ? OTHER_CLIENTS : OTHER_LOCALS;
  const other = others.toSorted((a, b) => hits(a) - hits(b))[0] ?? '';
  const classes = new Map<string, { names: string[]; example: string }>();
  for (const pattern of considered) {
    const example = addressesFor(pattern).toSorted((a, b) => hits(a) - hits(b))[0];
    if (example === undefined) continue;
    const key = keyOf(example);
    if (key === keyOf(other)) continue;
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { names: [pattern], example });
    else known.names.push(pattern);
  }
  const traits = Array.from(classes.values(), ({ names, example }) => ({ kind, names, sets: set(example) }));
  return dimensionOf(traits, set(other), considered.length < patterns.length);
}

/** The patterns of a comma list, without their negation. */
export function elements(list: string): readonly string[] {
  return list.split(',').map((element) => element.replace(/^!/, ''));
}

/** Addresses that fit a pattern; none for one that only names can fit. */
export function addressesFor(pattern: string): readonly string[] {
  const net = network(pattern);
  if (net.kind === 'network') return inNetwork(net.address, net.length).map(addressText);
  if (!/^[0-9a-f:.*?]+$/i.test(pattern)) return [];
  const filled = ['7', '7.7', '7.7.7', '7.7.7.7', '77::7'].map((text) =>
    pattern.replace('*', text).replaceAll('*', '7').replaceAll('?', '7'),
  );
  return filled.filter((text) => isWhole(text) && matchesPattern(text, pattern));
}

function inNetwork({ family, bits }: IpAddress, length: number): readonly IpAddress[] {
  const size = 1n << BigInt((family === 4 ? 32 : 128) - length);
  if (size === 1n) return [{ family, bits }];
  // Smaller networks inside a larger one are mostly cut from its start.
  return [size - 2n, size / 2n + 7n, 1n]
    .filter((at) => at >= 0n && at < size)
    .map((at) => ({ family, bits: bits + at }));
}

function isWhole(text: string): boolean {
  return ipAddress(text) !== undefined && (text.includes(':') || text.split('.').length === 4);
}

/** The ports that Match lines name; without: a port of those sshd listens on that none names. */
export function portDimension(named: readonly string[], listening: readonly number[]): Dimension {
  const traits = [...new Set(named)].map((name) => ({
    kind: 'local-port' as const,
    names: [name],
    sets: { localPort: Number(name) },
  }));
  const other = listening.find((port) => !traits.some(({ sets }) => sets.localPort === port));
  const none = other === undefined && traits.length > 0 ? undefined : { localPort: other ?? 22 };
  return dimensionOf(traits, none, false);
}
