// TCPKeepAlive yes is written down, and nothing else notices a dead client.
import { adviceFor } from '../../model/keepalive-advice';
import { adviceInCode } from '../../model/keepalive-advice-words';
import { defineRule } from '../rule';
import { recommendedFixes } from './recommended-lines';
import { directiveRange, globalScope, KEEPALIVE_KEYWORDS, MANUAL, withFixes } from './scopes';

export const tcpkeepaliveOnlyDetector = defineRule({
  id: 'tcpkeepalive-only-detector',
  category: 'keepalive',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'TCPKeepAlive is the only thing that notices dead clients: it can be forged, and on Linux it takes over two hours.',
  references: [MANUAL, 'https://man.openbsd.org/sshd_config#TCPKeepAlive', 'https://www.rfc-editor.org/rfc/rfc5382'],
  *check(snapshot, { reads }) {
    reads(...KEEPALIVE_KEYWORDS);
    const scope = globalScope(snapshot);
    const by = scope?.tcpKeepAlive.by;
    if (scope === undefined || by === undefined || scope.tcpKeepAlive.value !== true || scope.timeline.kind !== 'off')
      return;
    yield {
      range: directiveRange(snapshot, by),
      message: `TCPKeepAlive alone starts after 2 hours on Linux, later than most NATs forget a session, and anyone on the path can forge it. Add ${adviceInCode(adviceFor(snapshot))}, which are encrypted.`,
      ...withFixes(...recommendedFixes(snapshot)),
    };
  },
});
