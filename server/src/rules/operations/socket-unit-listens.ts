// On this system systemd listens, not sshd.
import type { Catalog } from '../../catalog/catalog';
import { defineRule } from '../rule';

export const socketUnitListens = defineRule({
  id: 'socket-unit-listens',
  category: 'operations',
  severity: 'information',
  since: '0.2.0',
  summary: 'On this system systemd listens, not sshd.',
  references: ['Ubuntu, openssh-server: sshd-socket-generator'],
  *checkLine(placed, { catalog }) {
    const { directive, line } = placed;
    if (directive === undefined || !KEYWORDS.includes(directive.slot) || !listensBySocket(catalog)) return;
    if (!placed.active) return;
    yield {
      range: line.keyword,
      message:
        'Here ssh.socket listens and takes the address from this line when it is made anew: after the change run `systemctl daemon-reload` and `systemctl restart ssh.socket`. A reload of sshd is not enough.',
    };
  },
});

const KEYWORDS: readonly string[] = ['Port', 'ListenAddress', 'AddressFamily'];

// Ubuntu starts sshd by its socket since 22.10, and makes the socket from sshd_config since 23.10.
function listensBySocket({ target, since }: Catalog): boolean {
  return target.vendor === 'ubuntu' && since('9.6p1');
}
