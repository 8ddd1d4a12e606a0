// Agent forwarding is allowed, where a guide wants it off.
import { settingRule } from '../setting-rule';

export const agentForwarding = settingRule({
  id: 'agent-forwarding',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'Agent forwarding is allowed, where a guide wants it off.',
  references: [
    'sshd_config(5), AllowAgentForwarding',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'Lynis SSH-7408',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    cis: { wants: 'no (DisableForwarding)' },
    lynis: { wants: 'no' },
    'dev-sec': { wants: 'no' },
  },
  keyword: 'AllowAgentForwarding',
  unset: 'strict',
  judge: ({ word, said, other, snapshot }) =>
    word === 'no' || (snapshot.catalog.since('10.0p1') && /^yes$/i.test(other('DisableForwarding')))
      ? undefined
      : {
          message: `${said} lets root on the server use the keys of whoever forwards their agent. The policy wants \`no\`; users with a shell can install a forwarder of their own.`,
          instead: 'no',
        },
});
