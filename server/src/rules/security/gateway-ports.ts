// GatewayPorts yes, which opens forwarded ports to the whole network.
import { settingRule } from '../setting-rule';

export const gatewayPorts = settingRule({
  id: 'gateway-ports',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'GatewayPorts yes, which opens forwarded ports to the whole network.',
  references: ['sshd_config(5), GatewayPorts', 'Lynis SSH-7408', 'dev-sec ssh-baseline and ssh_hardening'],
  demands: {
    recommended: { wants: 'no' },
    lynis: { wants: 'no' },
    'dev-sec': { wants: 'no' },
  },
  keyword: 'GatewayPorts',
  beside: ['AllowTcpForwarding', 'DisableForwarding'],
  judge: ({ word, other, strict }) => {
    const off = /^(no|local)$/i.test(other('AllowTcpForwarding')) || /^yes$/i.test(other('DisableForwarding'));
    if (off || (word !== 'yes' && !(strict && word === 'clientspecified'))) return undefined;
    return {
      message:
        word === 'yes'
          ? 'Whatever a client forwards back is open to everybody who reaches this server. Write `no`, or `clientspecified` and a PermitListen list.'
          : 'Clients choose the addresses on which forwarded ports are open. The policy wants `no`.',
      instead: 'no',
    };
  },
});
