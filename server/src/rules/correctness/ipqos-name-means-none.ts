// The old type-of-service names of IPQoS, which mean none since 10.1.
import { oldNamesMeanNone } from '../../catalog/arguments/ipqos';
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const ipqosNameMeansNone = defineRule({
  id: 'ipqos-name-means-none',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'IPQoS with lowdelay, throughput or reliability, which mean none since OpenSSH 10.1.',
  references: ['https://man.openbsd.org/sshd_config#IPQoS', 'https://www.openssh.com/txt/release-10.1'],
  lines: ofKeyword('IPQoS'),
  *checkLine(placed, snapshot) {
    const { target } = snapshot.catalog;
    if (!oldNamesMeanNone(target)) return;
    const since = snapshot.catalog.since('10.1p1') ? 'Since OpenSSH 10.1' : 'In this system';
    for (const word of placed.line.words) {
      if (!/^(lowdelay|throughput|reliability)$/i.test(word.value) || !isAccepted(placed, snapshot)) continue;
      yield {
        range: word,
        tags: ['deprecated'],
        message: `${since} \`${word.value}\` means \`none\`: sshd marks no packets. Write a DSCP name such as \`ef\` or \`cs1\`, or \`none\`.`,
      };
    }
  },
});
