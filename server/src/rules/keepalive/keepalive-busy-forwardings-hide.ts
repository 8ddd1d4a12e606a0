// Up to 7.5 whatever a session or a forwarding moves puts the question off. A fault of the release, so it is information, without a fix.
import { isAccepted } from '../accepted-lines';
import { defineRule } from '../rule';
import { lineToBlame, MANUAL, oncePerLine } from './scopes';

export const keepaliveBusyForwardingsHide = defineRule({
  id: 'keepalive-busy-forwardings-hide',
  category: 'keepalive',
  severity: 'information',
  since: '0.2.0',
  summary: 'Up to OpenSSH 7.5 sshd sends no probe while a forwarded port or a session is busy, so a dead client stays.',
  references: [MANUAL, 'https://bugzilla.mindrot.org/show_bug.cgi?id=2756'],
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const at = lineToBlame(scope, 'ClientAliveInterval');
      const { kind, forwardingsPostpone } = scope.timeline;
      if (at === undefined || kind === 'off' || !forwardingsPostpone || !isAccepted(at, snapshot)) return undefined;
      const message =
        'Up to OpenSSH 7.5 sshd asks only while nothing moves: a busy forwarded port, or a session that keeps printing, hides a dead client until TCP gives up on what was sent. Nothing in this file mends that; OpenSSH 7.6 to 9.1 ask all the same.';
      return { at, report: { message } };
    }),
});
