// Reverse tunnels without a keepalive: a client that vanished keeps its port.
import { effectiveKeepalive } from '../../model/effective-keepalive';
import type { MatchBlock } from '../../model/file-model';
import { adviceFor } from '../../model/keepalive-advice';
import { adviceInCode } from '../../model/keepalive-advice-words';
import type { Snapshot } from '../../model/snapshot';
import { directiveRange } from '../places';
import { defineRule } from '../rule';
import { heldValue, scopes } from '../setting-rule';
import { remoteForwarding, TUNNEL_KEYWORDS } from './remote-forwarding';
import { KEEPALIVE_KEYWORDS, MANUAL } from './scopes';

export const keepaliveTunnelKeepsPort = defineRule({
  id: 'keepalive-tunnel-keeps-port',
  category: 'keepalive',
  severity: 'hint',
  since: '0.2.0',
  summary:
    'Without a keepalive a reverse tunnel whose client vanished keeps its port, and the client cannot come back.',
  references: [MANUAL],
  *check(snapshot, { reads }) {
    reads(...KEEPALIVE_KEYWORDS, ...TUNNEL_KEYWORDS);
    const seen = new Set<number>();
    for (const block of scopes(snapshot, TUNNEL_KEYWORDS)) {
      const line = tunnelLine(snapshot, block);
      if (line === undefined || seen.has(line.lineIndex)) continue;
      seen.add(line.lineIndex);
      yield {
        range: directiveRange(snapshot, line),
        message: `A reverse tunnel whose client has vanished keeps its port: when the client comes back, the port is taken. Probes free it: ${adviceInCode(adviceFor(snapshot))}.`,
      };
    }
  },
});

function tunnelLine(snapshot: Snapshot, block: MatchBlock | undefined) {
  if (effectiveKeepalive(snapshot, block).timeline?.kind !== 'off') return undefined;
  if (remoteForwarding((keyword) => heldValue(snapshot, keyword, block)) === undefined) return undefined;
  const lines = TUNNEL_KEYWORDS.flatMap((keyword) => snapshot.model.settersOf(keyword));
  return lines.find((line) => line.block === block);
}
