// ListenAddress *: looked up like a host name, and that gives the local host only.
import { listenHost } from '../../catalog/arguments/host-port';
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const listenAddressStar = defineRule({
  id: 'listen-address-star',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A ListenAddress with `*`, which is no wildcard and stands for the local host.',
  references: ['https://man.openbsd.org/sshd_config#ListenAddress', 'servconf.c: add_one_listen_addr()'],
  lines: ofKeyword('ListenAddress'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined || listenHost(word.value) !== '*') return;
    if (!isAccepted(placed, snapshot)) return;
    yield {
      range: word,
      message:
        '`*` is no wildcard here: sshd looks it up, gets the local host, and listens there only. Write `0.0.0.0` and `::` on two lines, or no ListenAddress for all addresses.',
    };
  },
});
