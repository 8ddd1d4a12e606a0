// PermitListen narrows what is not allowed at all.
import { settingRule } from '../setting-rule';

export const permitListenWithoutForwarding = settingRule({
  id: 'permit-listen-without-forwarding',
  category: 'correctness',
  severity: 'warning',
  since: '0.2.0',
  summary: 'PermitListen narrows what is not allowed at all.',
  references: ['sshd_config(5), PermitListen'],
  keyword: 'PermitListen',
  beside: ['AllowTcpForwarding', 'DisableForwarding'],
  judge: ({ word, other }) =>
    word !== 'any' &&
    word !== 'none' &&
    (/^(no|local)$/i.test(other('AllowTcpForwarding')) || /^yes$/i.test(other('DisableForwarding')))
      ? {
          message:
            'The list has no effect: it only narrows remote forwarding, which is off here. Write `AllowTcpForwarding remote` beside it, or remove it.',
        }
      : undefined,
});
