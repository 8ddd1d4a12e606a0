// PerSourceNetBlockSize with one number before 10.3, which leaves the IPv6 length wrong.
import { scannedInts } from '../../catalog/arguments/scanned-numbers';
import { isAccepted, writing } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const netBlockSizeWithoutIpv6 = defineRule({
  id: 'net-block-size-without-ipv6',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'PerSourceNetBlockSize with one number, for which sshd before OpenSSH 10.3 leaves the IPv6 length wrong.',
  references: ['https://man.openbsd.org/sshd_config#PerSourceNetBlockSize', 'servconf.c: sPerSourceNetBlockSize'],
  lines: ofKeyword('PerSourceNetBlockSize'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined || snapshot.catalog.since('10.3p1')) return;
    const [bits4, bits6] = scannedInts(word.value, 2);
    if (bits4 === undefined || bits6 !== undefined || !isAccepted(placed, snapshot)) return;
    const instead = `${bits4}:128`;
    yield {
      range: word,
      message: `Before OpenSSH 10.3 one number leaves the IPv6 length at 0 or at chance: all IPv6 clients may count as one source. Write both, such as \`${instead}\`.`,
      fixes: [writing(word, instead)],
    };
  },
});
