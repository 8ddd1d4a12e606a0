// The addresses and ports sshd listens on, as -T prints them: queue_listen_addr() and process_queued_listen_addrs() of servconf.c. Looks up no names.
import { addressText, ipAddress } from '../../base/ip-address';
import type { Settled } from '../../catalog/arguments/argument-kind';
import { hostAndPort, listenHost } from '../../catalog/arguments/host-port';
import { portNumber } from '../../catalog/arguments/port';
import type { Configuration, DirectiveInFile, Reading } from '../configuration';
import { type ActingLine, actingLine } from './acting-lines';

/** What sshd listens on. */
export interface Sockets {
  readonly ports: Settled<ActingLine>;
  readonly family: Settled<ActingLine>;
  readonly addresses: Settled<ActingLine>;
}

const KEPT = new WeakMap<Configuration, Sockets>();

/** Port, AddressFamily and ListenAddress, which depend on each other. */
export function sockets(configuration: Configuration): Sockets {
  const kept = KEPT.get(configuration) ?? settledSockets(configuration);
  KEPT.set(configuration, kept);
  return kept;
}

interface Held {
  readonly ports: number[];
  readonly portLines: ActingLine[];
  /** Absent: any. */
  family: Family | undefined;
  familyLine: ActingLine | undefined;
  familySet: boolean;
  readonly queue: ActingLine[];
  readonly addresses: string[];
  readonly addressLines: ActingLine[];
}

type Family = 4 | 6;

function settledSockets(configuration: Configuration): Sockets {
  const { catalog } = configuration;
  const held: Held = {
    ports: [],
    portLines: [],
    family: undefined,
    familyLine: undefined,
    familySet: false,
    queue: [],
    addresses: [],
    addressLines: [],
  };
  // 8.2 and 8.3 settle all three at the end of each included file.
  const early = catalog.since('8.2p1') && !catalog.since('8.4p1');
  let before: Reading | undefined;
  for (const at of early ? configuration.directives : socketLines(configuration)) {
    if (early && before !== undefined && hasEnded(before, at.reading)) processQueue(held);
    before = at.reading;
    if (at.placed.active) take(at, held, configuration);
    if (early && includesEmptyFile(at, configuration)) processQueue(held);
  }
  processQueue(held);
  return printed(held, configuration);
}

function socketLines({ settersOf, directives }: Configuration): readonly DirectiveInFile[] {
  const lines = [...settersOf('Port'), ...settersOf('AddressFamily'), ...settersOf('ListenAddress')];
  if (lines.length < 2) return lines;
  const wanted = new Set(lines);
  return directives.filter((one) => wanted.has(one));
}

function hasEnded(reading: Reading, now: Reading): boolean {
  for (let at: Reading | undefined = now; at !== undefined; at = at.via?.reading) if (at === reading) return false;
  return reading.depth > 0;
}

// A file without a directive ends unseen.
function includesEmptyFile({ placed }: DirectiveInFile, { includes }: Configuration): boolean {
  if (placed.directive?.argument.name !== 'include') return false;
  return includes.some(
    (one) =>
      one.placed === placed &&
      one.files?.some((file) => file.kind === 'read' && file.reading.model.directives.length === 0),
  );
}

function take(at: DirectiveInFile, held: Held, { catalog }: Configuration): void {
  const line = actingLine(at, catalog, false);
  const word = line.words[0]?.value ?? '';
  switch (at.placed.directive?.slot) {
    case 'Port':
      held.ports.push(portNumber(word, catalog.target.release) ?? 0);
      held.portLines.push(line);
      break;
    case 'AddressFamily':
      if (held.familySet) break;
      held.familySet = true;
      held.familyLine = line;
      held.family = { inet: 4, inet6: 6 }[word.toLowerCase()] as Family | undefined;
      break;
    case 'ListenAddress':
      held.queue.push(line);
      break;
    default:
  }
}

function processQueue(held: Held): void {
  if (held.ports.length === 0) held.ports.push(22);
  held.familySet = true;
  for (const line of held.queue.splice(0)) {
    held.addresses.push(...addressesOf(line, held));
    held.addressLines.push(line);
  }
}

function printed(held: Held, { catalog }: Configuration): Sockets {
  const any = [...(held.family === 4 ? [] : ['[::]']), ...(held.family === 6 ? [] : ['0.0.0.0'])];
  const byDefault = held.ports.flatMap((port) => any.map((host) => `${host}:${port}`));
  const addresses = held.addressLines.length > 0 ? held.addresses : byDefault;
  const family = { 4: 'inet', 6: 'inet6', any: 'any' }[held.family ?? 'any'];
  return {
    ports: { values: held.ports.map(String), by: held.portLines },
    family: { values: [family], by: held.familyLine ? [held.familyLine] : [] },
    // Up to 6.8 the list was printed from its end.
    addresses: { values: catalog.since('6.9p1') ? addresses : addresses.toReversed(), by: held.addressLines },
  };
}

function addressesOf({ words, target }: ActingLine, { ports, family }: Held): readonly string[] {
  const text = words[0]?.value ?? '';
  const host = listenHost(text);
  const rest = host === text ? undefined : hostAndPort(text)?.rest;
  const port = rest === undefined ? undefined : portNumber(rest, target.release);
  const hosts = host === '*' ? localHosts(family) : [printedHost(host)];
  return (port === undefined ? ports : [port]).flatMap((one) => hosts.map((name) => `${name}:${one}`));
}

// `*` is looked up like the name of this host.
function localHosts(family: Family | undefined): readonly string[] {
  return [...(family === 6 ? [] : ['127.0.0.1']), ...(family === 4 ? [] : ['[::1]'])];
}

function printedHost(host: string): string {
  if (host.toLowerCase() === 'localhost') return '127.0.0.1';
  const address = ipAddress(host);
  if (address === undefined) return host;
  const zone = host.indexOf('%');
  const text = addressText(address) + (zone < 0 ? '' : host.slice(zone));
  return address.family === 6 ? `[${text}]` : text;
}
