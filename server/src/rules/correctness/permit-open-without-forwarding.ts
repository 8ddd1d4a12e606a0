// PermitOpen narrows what is not allowed at all.
import { settingRule } from '../setting-rule';

export const permitOpenWithoutForwarding = settingRule({
  id: 'permit-open-without-forwarding',
  category: 'correctness',
  severity: 'warning',
  since: '0.2.0',
  summary: 'PermitOpen narrows what is not allowed at all.',
  references: ['sshd_config(5), PermitOpen'],
  keyword: 'PermitOpen',
  beside: ['AllowTcpForwarding', 'DisableForwarding'],
  judge: ({ word, other }) =>
    word !== 'any' &&
    word !== 'none' &&
    (/^(no|remote)$/i.test(other('AllowTcpForwarding')) || /^yes$/i.test(other('DisableForwarding')))
      ? {
          message:
            'The list has no effect: it only narrows local forwarding, which is off here. Write `AllowTcpForwarding local` beside it, or remove it.',
        }
      : undefined,
});
