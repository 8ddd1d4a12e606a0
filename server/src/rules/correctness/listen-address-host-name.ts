// ListenAddress with a host name: sshd needs the resolver to start.
import { ipAddress } from '../../base/ip-address';
import { listenHost } from '../../catalog/arguments/host-port';
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const listenAddressHostName = defineRule({
  id: 'listen-address-host-name',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary: 'A ListenAddress with a host name, which sshd must be able to look up when it starts.',
  references: ['https://man.openbsd.org/sshd_config#ListenAddress', 'servconf.c: add_one_listen_addr()'],
  lines: ofKeyword('ListenAddress'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined) return;
    const host = listenHost(word.value);
    if (host === '' || host === '*' || host === 'localhost' || ipAddress(host) !== undefined) return;
    if (!isAccepted(placed, snapshot)) return;
    yield {
      range: word,
      message: `sshd looks \`${host}\` up when it starts, and does not start where that fails, for example before the network is up. Write the address.`,
    };
  },
});
