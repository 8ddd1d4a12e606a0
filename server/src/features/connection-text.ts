// A connection as options of `sshd -T`, and as the heading of a column.
import type { ConnectionSpec } from '../model/connection';

/** ` -C user=alice,addr=10.0.0.1`; empty for no connection. sshd looks the groups up by itself. */
export function connectionOptions(connection: ConnectionSpec | undefined): string {
  const given = options(connection);
  return given.length === 0 ? '' : ` -C ${given.join(',')}`;
}

/** `alice, in wheel, from 10.0.0.1`. */
export function connectionText(connection: ConnectionSpec | undefined): string {
  const { user, groups = [], host, address, localAddress, localPort, invalidUser, rdomain } = connection ?? {};
  const parts = [
    user,
    invalidUser === true ? 'a name without an account' : undefined,
    groups.length > 0 ? `in ${groups.join(', ')}` : undefined,
    host === undefined ? undefined : `host ${host}`,
    address === undefined ? undefined : `from ${address}`,
    localAddress === undefined ? undefined : `to ${localAddress}`,
    localPort === undefined ? undefined : `port ${localPort}`,
    rdomain === undefined ? undefined : `in routing domain ${rdomain}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'Any connection' : parts.join(', ');
}

function options(connection: ConnectionSpec | undefined): readonly string[] {
  const { user, host, address, localAddress, localPort, rdomain } = connection ?? {};
  return Object.entries({ user, host, addr: address, laddr: localAddress, lport: localPort, rdomain })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${value}`);
}
