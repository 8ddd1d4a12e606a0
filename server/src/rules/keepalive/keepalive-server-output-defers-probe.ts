// From 9.2 on what a session prints puts the question off. A property of the release, so it is told only where all is asked for; up to 7.5: keepalive-busy-forwardings-hide.
import { isAccepted } from '../accepted-lines';
import { defineRule } from '../rule';
import { lineToBlame, MANUAL, oncePerLine } from './scopes';

export const keepaliveServerOutputDefersProbe = defineRule({
  id: 'keepalive-server-output-defers-probe',
  category: 'keepalive',
  severity: 'information',
  since: '0.2.0',
  summary: 'From OpenSSH 9.2 on sshd sends no probe while a session keeps printing, so a dead client of it stays.',
  references: [MANUAL, 'serverloop.c, wait_until_can_do_something()'],
  demands: {},
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const at = lineToBlame(scope, 'ClientAliveInterval');
      const { disconnectAfter, outputPostpones, forwardingsPostpone } = scope.timeline;
      if (at === undefined || disconnectAfter === undefined || !outputPostpones || forwardingsPostpone)
        return undefined;
      if (!isAccepted(at, snapshot)) return undefined;
      const message =
        'sshd asks only after a whole interval in which the session printed nothing: while `tail -f` or a log keeps writing to a client that is gone, no probe is sent, and TCP ends the connection when it gives up on what was sent (Linux: about 15 minutes). Nothing in this file mends that.';
      return { at, report: { message } };
    }),
});
