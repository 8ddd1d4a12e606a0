// Whether the configuration shows that clients forward ports back to themselves. No rule.
import type { Judged } from '../setting-rule';

/** The keywords that show it. */
export const TUNNEL_KEYWORDS = ['GatewayPorts', 'PermitListen', 'AllowTcpForwarding'] as const;

/** What shows it, as it is written; undefined: nothing does. */
export function remoteForwarding(other: Judged['other']): string | undefined {
  const value = (keyword: (typeof TUNNEL_KEYWORDS)[number]) => other(keyword).toLowerCase();
  if (!['', 'no'].includes(value('GatewayPorts'))) return `GatewayPorts ${value('GatewayPorts')}`;
  if (!['', 'any', 'none'].includes(value('PermitListen'))) return `PermitListen ${value('PermitListen')}`;
  return value('AllowTcpForwarding') === 'remote' ? 'AllowTcpForwarding remote' : undefined;
}
