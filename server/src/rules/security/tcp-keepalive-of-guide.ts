// TCPKeepAlive is on, where a guide wants it off.
import { isProbed } from '../../catalog/arguments/probed-sockets';
import { settingRule } from '../setting-rule';

export const tcpKeepaliveOfGuide = settingRule({
  id: 'tcp-keepalive-of-guide',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'TCPKeepAlive is on, where a guide wants it off.',
  references: ['sshd_config(5), TCPKeepAlive', 'Lynis SSH-7408', 'dev-sec ssh-baseline and ssh_hardening'],
  demands: {
    lynis: { wants: 'no' },
    'dev-sec': { wants: 'no' },
  },
  keyword: 'TCPKeepAlive',
  unset: 'strict',
  judge: ({ word, said, snapshot }) =>
    isProbed(word, snapshot.catalog.target.release)
      ? {
          message: `${said}: its probes can be forged on the way. The policy wants \`no\`; then set ClientAliveInterval, or dead sessions stay for ever.`,
          instead: 'no',
        }
      : undefined,
});
