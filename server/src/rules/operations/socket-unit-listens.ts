// On this system systemd listens, not sshd.
import type { Catalog } from '../../catalog/catalog';
import { defineRule, ofKeyword } from '../rule';

export const socketUnitListens = defineRule({
  id: 'socket-unit-listens',
  category: 'operations',
  severity: 'information',
  since: '0.2.0',
  summary: 'On this system systemd listens, not sshd.',
  references: ['Ubuntu, openssh-server: sshd-socket-generator'],
  lines: ofKeyword('Port', 'ListenAddress', 'AddressFamily'),
  *checkLine(placed, { catalog }) {
    if (!listensBySocket(catalog) || !placed.active) return;
    yield {
      range: placed.line.keyword,
      message:
        'Here ssh.socket listens and takes the address from this line when it is made anew: after the change run `systemctl daemon-reload` and `systemctl restart ssh.socket`. A reload of sshd is not enough.',
    };
  },
});

// Ubuntu starts sshd by its socket since 22.10, and makes the socket from sshd_config since 23.10.
function listensBySocket({ target, since }: Catalog): boolean {
  return target.vendor === 'ubuntu' && since('9.6p1');
}
