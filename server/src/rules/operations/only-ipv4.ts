// Only IPv4 addresses are listened on.
import { lineValue, scopedSetting } from '../../model/effective/scoped-setting';
import { directiveRange, isHere } from '../places';
import { defineRule } from '../rule';
import { heldValue } from '../setting-rule';

export const onlyIpv4 = defineRule({
  id: 'only-ipv4',
  category: 'operations',
  severity: 'hint',
  since: '0.2.0',
  summary: 'Only IPv4 addresses are listened on.',
  references: ['sshd_config(5), ListenAddress'],
  *check(snapshot, { reads }) {
    reads('ListenAddress', 'AddressFamily');
    const { by } = scopedSetting(snapshot.configuration, 'ListenAddress');
    const [line] = by;
    if (line === undefined || !isHere(snapshot, line) || heldValue(snapshot, 'AddressFamily').toLowerCase() !== 'any')
      return;
    if (
      !by.some((one) => /^0\.0\.0\.0(:|$)/.test(lineValue(one))) ||
      by.some((one) => !/^[\d.]+(:\d+)?$/.test(lineValue(one)))
    )
      return;
    yield {
      range: directiveRange(snapshot, line.placed),
      message:
        'ListenAddress lines replace the default, and these take IPv4 alone: nobody reaches sshd over IPv6. Add `ListenAddress ::`, or say `AddressFamily inet`.',
    };
  },
});
