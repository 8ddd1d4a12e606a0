// Both detectors are off: no TCP keepalive and no probes of sshd.
import { adviceFor } from '../../model/keepalive-advice';
import { adviceInCode } from '../../model/keepalive-advice-words';
import { defineRule } from '../rule';
import { recommendedFixes } from './recommended-lines';
import { directiveRange, globalScope, KEEPALIVE_KEYWORDS, MANUAL, related, withFixes } from './scopes';

export const keepaliveAllOff = defineRule({
  id: 'keepalive-all-off',
  category: 'keepalive',
  severity: 'warning',
  since: '0.1.0',
  summary: 'TCPKeepAlive and ClientAliveInterval are both off, so an idle session whose client is gone stays for ever.',
  references: [MANUAL, 'https://man.openbsd.org/sshd_config#TCPKeepAlive'],
  *check(snapshot, { reads }) {
    reads(...KEEPALIVE_KEYWORDS);
    const scope = globalScope(snapshot);
    const by = scope?.tcpKeepAlive.by;
    if (scope === undefined || by === undefined || scope.tcpKeepAlive.value !== false || scope.timeline.kind !== 'off')
      return;
    yield {
      range: directiveRange(snapshot, by),
      message: `With TCPKeepAlive off and no ClientAliveInterval nothing ever notices that an idle client is gone: its session stays until sshd is restarted. Add ${adviceInCode(adviceFor(snapshot))}.`,
      related: related(snapshot, 'This line switches the probes of sshd off.', scope.interval.by),
      ...withFixes(...recommendedFixes(snapshot)),
    };
  },
});
