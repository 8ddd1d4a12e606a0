// ForceCommand does not stop forwarding: the connection is still a tunnel.
import { lineBelow } from '../new-lines';
import { settingRule } from '../setting-rule';

export const forcedCommandCanForward = settingRule({
  id: 'forced-command-can-forward',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'ForceCommand does not stop forwarding: the connection is still a tunnel.',
  references: ['sshd_config(5), ForceCommand'],
  keyword: 'ForceCommand',
  beside: ['AllowTcpForwarding', 'DisableForwarding'],
  judge: ({ value, word, other, snapshot, block }) => {
    const off = /^no$/i.test(other('AllowTcpForwarding')) || /^yes$/i.test(other('DisableForwarding'));
    if (word === 'none' || off || /^none$/i.test(other('PermitOpen'))) return undefined;
    const keyword =
      snapshot.catalog.directive('DisableForwarding') === undefined ? 'AllowTcpForwarding' : 'DisableForwarding';
    const line = `${keyword} ${keyword === 'DisableForwarding' ? 'yes' : 'no'}`;
    return {
      message: `${block === undefined ? 'Everybody' : 'Whoever this block fits'} is held to \`${value.split(' ')[0]}\` and can still forward ports into the network (\`ssh -N -L\`), without running the command. Add \`${line}\`.`,
      fixes: (at) => lineBelow(snapshot, at, keyword, keyword === 'DisableForwarding' ? 'yes' : 'no'),
    };
  },
});
