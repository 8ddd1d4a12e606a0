// ssh can do for itself what these lines make sshd do. True of every server, so it is told only where all is asked for; the lines to paste are a code action.
import { clientKeepalive, clientLinesInWords } from '../../model/keepalive-client';
import { isAccepted } from '../accepted-lines';
import { defineRule } from '../rule';
import { lineToBlame, oncePerLine } from './scopes';

export const keepaliveClientSideAlternative = defineRule({
  id: 'keepalive-client-side-alternative',
  category: 'keepalive',
  severity: 'hint',
  since: '0.2.0',
  summary: 'A client can keep its own sessions alive, whatever the server does.',
  references: ['https://man.openbsd.org/ssh_config#ServerAliveInterval'],
  demands: {},
  check: (snapshot, context) =>
    oncePerLine(snapshot, context, (scope) => {
      const at = scope.block === undefined ? lineToBlame(scope, 'ClientAliveInterval') : undefined;
      if (at === undefined || !isAccepted(at, snapshot)) return undefined;
      const lines = clientLinesInWords(clientKeepalive(snapshot.settings.keepalive));
      const message = `Who cannot change this server, or sits behind another NAT, gets the same from the other end: ${lines} in the client's ~/.ssh/config. Both ends together cost little.`;
      return { at, report: { message } };
    }),
});
