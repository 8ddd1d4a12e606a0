// ListenAddress ::1:22: without brackets the whole is one IPv6 address, and the port its last part.
import { ipAddress } from '../../base/ip-address';
import { isAccepted, writing } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const listenAddressPortInIpv6 = defineRule({
  id: 'listen-address-port-in-ipv6',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary: 'A ListenAddress whose port is read as the last part of the IPv6 address.',
  references: ['https://man.openbsd.org/sshd_config#ListenAddress', 'servconf.c: sListenAddress'],
  lines: ofKeyword('ListenAddress'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined) return;
    const parts = /^([0-9a-f:]*[0-9a-f]):(22|222|2222|22222|2022|8022)$/i.exec(word.value);
    const [, host = '', port = ''] = parts ?? [];
    if (!host.includes('::') || ipAddress(word.value) === undefined || ipAddress(host) === undefined) return;
    if (!isAccepted(placed, snapshot)) return;
    const instead = `[${host}]:${port}`;
    yield {
      range: word,
      // Nobody has an address such as ::1:22; others may be real.
      severity: host === '::1' ? 'warning' : 'information',
      message: `Without brackets this is the one IPv6 address \`${word.value}\`, with no port. If ${port} is the port, write \`${instead}\`.`,
      fixes: [writing(word, instead)],
    };
  },
});
