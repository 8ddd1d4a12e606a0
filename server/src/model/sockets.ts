// Where sshd listens as its files have it: each ListenAddress with its port or with every Port. Names are not looked up.
import { ipAddress } from '../base/ip-address';
import { hostAndPort, listenHost } from '../catalog/arguments/host-port';
import { portNumber } from '../catalog/arguments/port';
import type { Configuration, DirectiveInFile } from './configuration';
import { isTaken } from './repeats';

/** A ListenAddress line. */
export interface Listener {
  readonly line: DirectiveInFile;
  /** The address in one spelling. */
  readonly host: string;
  /** Absent: every Port. */
  readonly port?: number;
}

export interface Sockets {
  /** Port lines with their numbers, those that sshd acts on. */
  readonly ports: readonly { readonly line: DirectiveInFile; readonly port: number }[];
  readonly listeners: readonly Listener[];
}

/** What the lines say that sshd acts on. */
export function sockets(configuration: Configuration): Sockets {
  const { release } = configuration.catalog.target;
  const acting = (keyword: 'Port' | 'ListenAddress') =>
    configuration.settersOf(keyword).filter(({ placed }) => placed.active && isTaken(placed, configuration));
  return {
    ports: acting('Port').flatMap((line) => {
      const port = portNumber(firstWord(line), release);
      return port === undefined ? [] : [{ line, port }];
    }),
    listeners: acting('ListenAddress').map((line) => listener(line, firstWord(line), release)),
  };
}

function firstWord({ placed }: DirectiveInFile): string {
  return placed.line.words[0]?.value ?? '';
}

function listener(line: DirectiveInFile, text: string, release: Parameters<typeof portNumber>[1]): Listener {
  const address = ipAddress(listenHost(text));
  const host = address === undefined ? listenHost(text).toLowerCase() : `${address.family} ${address.bits}`;
  const bare = !text.includes('[') && text.indexOf(':') !== text.lastIndexOf(':');
  const rest = bare ? undefined : hostAndPort(text)?.rest;
  const port = rest === undefined ? undefined : portNumber(rest, release);
  return { line, host, ...(port === undefined ? {} : { port }) };
}
