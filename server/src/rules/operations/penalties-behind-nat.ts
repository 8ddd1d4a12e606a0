// Penalties for an address that many clients share.
import { settingRule } from '../setting-rule';

export const penaltiesBehindNat = settingRule({
  id: 'penalties-behind-nat',
  category: 'operations',
  severity: 'hint',
  since: '0.2.0',
  summary: 'Penalties for an address that many clients share.',
  references: ['sshd_config(5), PerSourcePenaltyExemptList'],
  demands: {},
  keyword: 'PerSourcePenalties',
  beside: ['PerSourcePenaltyExemptList'],
  unset: 'always',
  judge: ({ word, other, snapshot }) => {
    if (snapshot.settings.keepalive.natTimeout === undefined || word === 'no') return undefined;
    if (!/^(none)?$/i.test(other('PerSourcePenaltyExemptList'))) return undefined;
    return {
      message:
        'sshd shuts an address out for a while after logins fail there. Behind the NAT or load balancer that you have named many clients have one address, and all of them wait for one. If the address is known, name it in PerSourcePenaltyExemptList.',
    };
  },
});
