// The upgrade takes algorithms out of the default list.
import { namesAt, snapshotAt } from '../../model/other-target';
import { listInForce } from '../algorithm-rule';
import { directiveRange, isHere } from '../places';
import { defineRule } from '../rule';
import { isWhole, startOf } from '../setting-rule';

export const algorithmsGoneAfterUpgrade = defineRule({
  id: 'algorithms-gone-after-upgrade',
  category: 'upgrade',
  severity: 'information',
  since: '0.2.0',
  summary: 'The upgrade takes algorithms out of the default list.',
  references: ['myproposal.h of both releases'],
  *check(snapshot, { reads }) {
    const { upgradeTo } = snapshot.settings.rules;
    reads(...LISTS);
    if (upgradeTo === undefined) return;
    const next = snapshotAt(snapshot, upgradeTo);
    reads(...LISTS.flatMap((keyword) => namesAt(next, keyword)));
    for (const keyword of LISTS) {
      if (snapshot.catalog.directive(keyword)?.status !== 'supported') continue;
      const today = listInForce(snapshot, keyword);
      const later = listInForce(next, next.catalog.directive(keyword)?.slot ?? keyword);
      const gone = today.names.filter((name) => !later.names.includes(name));
      const at = today.line;
      if (
        gone.length === 0 ||
        later.names.length === 0 ||
        (at !== undefined && (today.prefix === '' || !isHere(snapshot, at)))
      )
        continue;
      if (at === undefined && !isWhole(snapshot)) continue;
      yield {
        range: at === undefined ? startOf(snapshot) : directiveRange(snapshot, at.placed),
        message: `${upgradeTo.label} no longer offers ${gone.map((name) => `\`${name}\``).join(', ')} by default (${keyword}). Clients that know nothing else cannot connect.`,
      };
    }
  },
});

const LISTS = ['Ciphers', 'MACs', 'KexAlgorithms', 'HostKeyAlgorithms', 'PubkeyAcceptedAlgorithms'] as const;
