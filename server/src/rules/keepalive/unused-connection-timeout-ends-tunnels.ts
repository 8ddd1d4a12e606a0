// A listening forward is no open channel: UnusedConnectionTimeout ends quiet reverse tunnels.
import { secondsOf } from '../../model/effective-keepalive';
import { settingRule } from '../setting-rule';
import { remoteForwarding } from './remote-forwarding';

export const unusedConnectionTimeoutEndsTunnels = settingRule({
  id: 'unused-connection-timeout-ends-tunnels',
  category: 'keepalive',
  severity: 'information',
  since: '0.2.0',
  summary:
    'UnusedConnectionTimeout ends reverse tunnels in which nothing happens: a listening port is no open channel.',
  references: ['https://man.openbsd.org/sshd_config#UnusedConnectionTimeout'],
  keyword: 'UnusedConnectionTimeout',
  judge: ({ value, snapshot, other }) => {
    const tunnels = remoteForwarding(other);
    const seconds = secondsOf(value, snapshot.catalog.target.release) ?? 0;
    if (tunnels === undefined || seconds === 0) return undefined;
    return {
      message: `\`${tunnels}\` speaks of reverse tunnels (\`ssh -N -R\`), and a port that only listens is no open channel: a quiet tunnel is ended after this time. Give tunnel accounts a Match block with \`UnusedConnectionTimeout none\`.`,
    };
  },
});
