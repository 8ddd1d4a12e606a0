// Where sshd listens as the file has it: each ListenAddress with its port or with every Port. Names are not looked up.
import { ipAddress } from '../base/ip-address';
import { hostAndPort, listenHost } from '../catalog/arguments/host-port';
import { portNumber } from '../catalog/arguments/port';
import type { PlacedDirective } from './file-model';
import { isTaken } from './repeats';
import type { Snapshot } from './snapshot';

/** A ListenAddress line. */
export interface Listener {
  readonly placed: PlacedDirective;
  /** The address in one spelling. */
  readonly host: string;
  /** Absent: every Port. */
  readonly port?: number;
}

export interface Sockets {
  /** Port lines with their numbers, those that sshd acts on. */
  readonly ports: readonly { readonly placed: PlacedDirective; readonly port: number }[];
  readonly listeners: readonly Listener[];
}

/** What the lines say that sshd acts on. */
export function sockets(snapshot: Snapshot): Sockets {
  const { release } = snapshot.catalog.target;
  const acting = (keyword: 'Port' | 'ListenAddress') =>
    snapshot.model.settersOf(keyword).filter((one) => one.active && isTaken(one, snapshot));
  return {
    ports: acting('Port').flatMap((placed) => {
      const port = portNumber(placed.line.words[0]?.value ?? '', release);
      return port === undefined ? [] : [{ placed, port }];
    }),
    listeners: acting('ListenAddress').map((placed) => listener(placed, placed.line.words[0]?.value ?? '', release)),
  };
}

function listener(placed: PlacedDirective, text: string, release: Parameters<typeof portNumber>[1]): Listener {
  const address = ipAddress(listenHost(text));
  const host = address === undefined ? listenHost(text).toLowerCase() : `${address.family} ${address.bits}`;
  const bare = !text.includes('[') && text.indexOf(':') !== text.lastIndexOf(':');
  const rest = bare ? undefined : hostAndPort(text)?.rest;
  const port = rest === undefined ? undefined : portNumber(rest, release);
  return { placed, host, ...(port === undefined ? {} : { port }) };
}
