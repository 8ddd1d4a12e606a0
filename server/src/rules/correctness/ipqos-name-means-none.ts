// The old type-of-service names of IPQoS, which mean none since 10.1.
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
    if (!snapshot.catalog.since('10.1p1')) return;
    for (const word of placed.line.words) {
      if (!/^(lowdelay|throughput|reliability)$/i.test(word.value) || !isAccepted(placed, snapshot)) continue;
      yield {
        range: word,
        tags: ['deprecated'],
        message: `Since OpenSSH 10.1 \`${word.value}\` means \`none\`: sshd marks no packets. Write a DSCP name such as \`ef\` or \`cs1\`, or \`none\`.`,
      };
    }
  },
});
