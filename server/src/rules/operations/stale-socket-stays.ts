// The socket of a client that vanished keeps the next one from forwarding.
import { linesBelow } from '../new-lines';
import { settingRule } from '../setting-rule';

export const staleSocketStays = settingRule({
  id: 'stale-socket-stays',
  category: 'operations',
  severity: 'hint',
  since: '0.2.0',
  summary: 'The socket of a client that vanished keeps the next one from forwarding.',
  references: ['sshd_config(5), StreamLocalBindUnlink'],
  keyword: 'AllowStreamLocalForwarding',
  judge: ({ word, written, other, snapshot }) =>
    written && /^(yes|all|remote)$/.test(word) && !/^yes$/i.test(other('StreamLocalBindUnlink'))
      ? {
          message:
            'When a client that forwards a socket to this machine vanishes, the socket stays behind, and its next login cannot put it there again. `StreamLocalBindUnlink yes` lets sshd remove the old one first.',
          fixes: (line) => linesBelow(snapshot, line, [['StreamLocalBindUnlink', 'yes']]),
        }
      : undefined,
});
